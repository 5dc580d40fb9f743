package haicap.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of all kinds. */
@Component
class RecordTable {

    /** A row as it is written and read. */
    record Row(
            Head head,
            String state,
            boolean open,
            @Nullable Instant dueAt,
            String body,
            String texts,
            String publicState) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    RecordTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Row> find(String kind, String id) {
        return jdbc.sql("SELECT * FROM record WHERE id = :id AND kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .query(RecordTable::row)
                .optional();
    }

    /** When a record ended; null while it goes on. */
    @Nullable String endedAt(String id) {
        return jdbc.sql("SELECT ended_at FROM record WHERE id = :id AND ended_at IS NOT NULL")
                .param("id", id)
                .query((rs, row) -> rs.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(Instant::toString)
                .orElse(null);
    }

    /** Open ones that were decided on a post, or of which an attribute names it. */
    List<String> openOn(RecordType<?> type, String postId) {
        return jdbc.sql(
                        """
                        SELECT id
                        FROM record
                        WHERE decided_post = :post AND kind = :kind AND open
                        UNION
                        SELECT id
                        FROM record, unnest(:attributes::text[]) AS named (attribute)
                        WHERE kind = :kind AND open AND body ->> attribute = :post
                        ORDER BY id
                        """)
                .param("post", postId)
                .param("kind", type.kind())
                .param("attributes", type.posts().toArray(String[]::new))
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    /** Some records of a kind that follow, in the order of their ids. */
    List<Row> after(String kind, String id, int atMost) {
        return jdbc.sql(
                        """
                        SELECT *
                        FROM record
                        WHERE kind = :kind AND id > :id
                        ORDER BY id
                        LIMIT :some
                        """)
                .param("kind", kind)
                .param("id", id)
                .param("some", atMost)
                .query(RecordTable::row)
                .list();
    }

    /** Those of a kind that have these ids. */
    List<Row> all(String kind, Collection<String> ids) {
        return jdbc.sql("SELECT * FROM record WHERE id = ANY (:ids) AND kind = :kind")
                .param("ids", ids.toArray(String[]::new))
                .param("kind", kind)
                .query(RecordTable::row)
                .list();
    }

    /** Adds new records. */
    void add(List<Row> rows, RecordType<?> type, Instant now) {
        batches.batchUpdate(
                """
                INSERT INTO record
                    (id, number, kind, version, schema_version, unit_id, parent_id, state, open,
                     opened_at, ended_at, decided_post, due_at, reference_numbers, body, texts,
                     public)
                VALUES (:id, :number, :kind, :version, :schema, :unit, :parent, :state, :open,
                        :openedAt, :endedAt, :post, :dueAt, :references, :body::jsonb,
                        :texts::jsonb, :public::jsonb)
                """,
                values(rows, type, now));
    }

    /** Changes known records, each of which must stand at the version before. */
    void change(List<Row> rows, RecordType<?> type, Instant now) {
        var changed =
                batches.batchUpdate(
                        """
                        UPDATE record SET
                            version = :version,
                            schema_version = :schema,
                            unit_id = :unit,
                            opened_at = :openedAt,
                            state = :state,
                            open = :open,
                            ended_at = CASE WHEN NOT :open
                                THEN coalesce(ended_at, :endedAt) END,
                            decided_post = :post,
                            due_at = :dueAt,
                            reference_numbers = :references,
                            body = :body::jsonb,
                            texts = :texts::jsonb,
                            erased_at = NULL,
                            public = :public::jsonb
                        WHERE id = :id
                          AND version = :version - 1
                        """,
                        values(rows, type, now));
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                var head = rows.get(i).head();
                throw new OptimisticLockingFailureException(
                        head.id() + " is not at version " + (head.counter() - 1));
            }
        }
    }

    private static SqlParameterSource[] values(List<Row> rows, RecordType<?> type, Instant now) {
        return rows.stream().map(row -> values(row, type, now)).toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource values(Row row, RecordType<?> type, Instant now) {
        var head = row.head();
        return new MapSqlParameterSource()
                .addValue("id", head.id())
                .addValue("number", head.number())
                .addValue("kind", type.kind())
                .addValue("version", head.counter())
                .addValue("schema", type.schemaVersion())
                .addValue("unit", head.unitId())
                .addValue("parent", head.parentId(), Types.VARCHAR)
                .addValue("state", row.state())
                .addValue("open", row.open())
                .addValue("openedAt", utc(head.openedAt()))
                .addValue("endedAt", row.open() ? null : utc(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("post", head.decidedPost(), Types.VARCHAR)
                .addValue("dueAt", utc(row.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("references", head.referenceNumbers().toArray(String[]::new))
                .addValue("body", row.body())
                .addValue("texts", row.texts())
                .addValue("public", row.publicState());
    }

    static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                new Head(
                        rs.getString("id"),
                        rs.getString("number"),
                        rs.getLong("version"),
                        rs.getString("unit_id"),
                        optional(rs, "parent_id"),
                        rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        optional(rs, "decided_post"),
                        texts(rs, "reference_numbers")),
                rs.getString("state"),
                rs.getBoolean("open"),
                instant(rs, "due_at"),
                rs.getString("body"),
                rs.getString("texts"),
                rs.getString("public"));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.of((String[]) rs.getArray(column).getArray());
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
