package haicap.platform.papers;

import haicap.platform.access.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers that others gave records, in the order in which they were told. */
@Component
class ReferenceTable {

    /** A number and its place in the order. */
    record Row(String place, RecordReference reference) {}

    private final JdbcClient jdbc;

    ReferenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, String recordId, ReferenceRequest told, Caller by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO record_reference
                            (id, record_id, system, number, dated, added_at, by_post, by_officer)
                        VALUES (:id, :record, :system, :number, :dated, :now, :byPost, :byOfficer)
                        """)
                .param("id", id)
                .param("record", recordId)
                .param("system", told.system().name())
                .param("number", told.number())
                .param("dated", told.dated())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("byPost", by.post().postId())
                .param("byOfficer", by.name())
                .update();
    }

    /**
     * Some of a record, first those that it was taken over with.
     *
     * @param attributes of the body that hold such numbers, all of old registers
     */
    List<Row> of(String recordId, Collection<String> attributes, String after, int some) {
        return jdbc.sql(
                        """
                        SELECT *
                        FROM (
                            SELECT '!' || attribute AS place, 'OLD_REGISTER' AS system,
                                   body->>attribute AS number, NULL::date AS dated,
                                   opened_at AS added_at, NULL AS by_post
                            FROM record, unnest(:attributes::text[]) AS named (attribute)
                            WHERE id = :record AND body->>attribute IS NOT NULL
                            UNION ALL
                            SELECT id, system, number, dated, added_at, by_post
                            FROM record_reference
                            WHERE record_id = :record) AS given
                        WHERE place > :after COLLATE "C"
                        ORDER BY place COLLATE "C"
                        LIMIT :some
                        """)
                .param("record", recordId)
                .param("attributes", attributes.toArray(String[]::new))
                .param("after", after)
                .param("some", some)
                .query(ReferenceTable::row)
                .list();
    }

    private static Row row(ResultSet rs, int row) throws SQLException {
        return new Row(
                rs.getString("place"),
                new RecordReference(
                        ReferenceSystem.valueOf(rs.getString("system")),
                        rs.getString("number"),
                        day(rs),
                        rs.getObject("added_at", OffsetDateTime.class).toInstant(),
                        post(rs)));
    }

    private static @Nullable LocalDate day(ResultSet rs) throws SQLException {
        return rs.getObject("dated", LocalDate.class);
    }

    private static @Nullable String post(ResultSet rs) throws SQLException {
        return rs.getString("by_post");
    }
}
