package haicap.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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

    RecordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Saves a new record, or the next version of a known one. */
    void save(Row row, RecordType<?> type, Instant now) {
        var head = row.head();
        int saved =
                jdbc.sql(
                                """
                                INSERT INTO record AS known
                                    (id, number, kind, version, schema_version, unit_id, parent_id,
                                     state, open, opened_at, ended_at, decided_post, due_at,
                                     reference_numbers, body, texts, public)
                                VALUES (:id, :number, :kind, :version, :schema, :unit, :parent,
                                        :state, :open, :openedAt, :endedAt, :post, :dueAt,
                                        :references, :body::jsonb, :texts::jsonb, :public::jsonb)
                                ON CONFLICT (id) DO UPDATE SET
                                    version = excluded.version,
                                    schema_version = excluded.schema_version,
                                    unit_id = excluded.unit_id,
                                    opened_at = excluded.opened_at,
                                    state = excluded.state,
                                    open = excluded.open,
                                    ended_at = CASE WHEN NOT excluded.open
                                        THEN coalesce(known.ended_at, excluded.ended_at) END,
                                    decided_post = excluded.decided_post,
                                    due_at = excluded.due_at,
                                    reference_numbers = excluded.reference_numbers,
                                    body = excluded.body,
                                    texts = excluded.texts,
                                    erased_at = NULL,
                                    public = excluded.public
                                WHERE known.version = excluded.version - 1
                                """)
                        .param("id", head.id())
                        .param("number", head.number())
                        .param("kind", type.kind())
                        .param("version", head.counter())
                        .param("schema", type.schemaVersion())
                        .param("unit", head.unitId())
                        .param("parent", head.parentId(), Types.VARCHAR)
                        .param("state", row.state())
                        .param("open", row.open())
                        .param("openedAt", utc(head.openedAt()))
                        .param(
                                "endedAt",
                                row.open() ? null : utc(now),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("post", head.decidedPost(), Types.VARCHAR)
                        .param("dueAt", utc(row.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("references", head.referenceNumbers().toArray(String[]::new))
                        .param("body", row.body())
                        .param("texts", row.texts())
                        .param("public", row.publicState())
                        .update();
        if (saved != 1) {
            throw new OptimisticLockingFailureException(
                    head.id() + " is not at version " + (head.counter() - 1));
        }
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
