package haicap.platform.papers;

import haicap.platform.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links between records, kept where they were made. */
@Component
class LinkTable {

    /** A link as it was made. */
    record Row(
            String id,
            LinkType type,
            String fromId,
            String toId,
            String decisionNumber,
            Instant decidedAt,
            Instant madeAt,
            String byPost) {}

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Row link, Caller by) {
        jdbc.sql(
                        """
                        INSERT INTO record_link
                            (id, record_id, type, target_id, decision_number, decided_at, made_at,
                             by_post, by_officer)
                        VALUES (:id, :record, :type, :target, :number, :decidedAt, :now, :byPost,
                                :byOfficer)
                        """)
                .param("id", link.id())
                .param("record", link.fromId())
                .param("type", link.type().name())
                .param("target", link.toId())
                .param("number", link.decisionNumber())
                .param("decidedAt", link.decidedAt().atOffset(ZoneOffset.UTC))
                .param("now", link.madeAt().atOffset(ZoneOffset.UTC))
                .param("byPost", link.byPost())
                .param("byOfficer", by.name())
                .update();
    }

    /** Whether one names the other so, whichever way. */
    boolean has(LinkType type, String one, String other) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM record_link
                        WHERE type = :type
                          AND (record_id, target_id) IN ((:one, :other), (:other, :one))
                        LIMIT 1
                        """)
                .param("type", type.name())
                .param("one", one)
                .param("other", other)
                .query((rs, row) -> true)
                .optional()
                .orElse(false);
    }

    /** Some of a record, either way. */
    List<Row> of(String recordId, String after, int some) {
        return jdbc.sql(
                        """
                        SELECT *
                        FROM (
                            (SELECT * FROM record_link
                             WHERE record_id = :record AND id > :after
                             ORDER BY id
                             LIMIT :some)
                            UNION ALL
                            (SELECT * FROM record_link
                             WHERE target_id = :record AND id > :after
                             ORDER BY id
                             LIMIT :some)) AS either
                        ORDER BY id
                        LIMIT :some
                        """)
                .param("record", recordId)
                .param("after", after)
                .param("some", some)
                .query(LinkTable::row)
                .list();
    }

    private static Row row(ResultSet rs, int row) throws SQLException {
        return new Row(
                rs.getString("id"),
                LinkType.valueOf(rs.getString("type")),
                rs.getString("record_id"),
                rs.getString("target_id"),
                rs.getString("decision_number"),
                rs.getObject("decided_at", OffsetDateTime.class).toInstant(),
                rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"));
    }
}
