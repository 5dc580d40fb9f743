package haicap.platform.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units under which records were stored before they were passed on by decision. */
@Component
class RecordCustodyTable {

    /** A time under one unit. */
    record Passed(String unitId, Instant until) {}

    private final JdbcClient jdbc;

    RecordCustodyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ended(Head before, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO record_custody (record_id, version, unit_id, until_at)
                        VALUES (:record, :version, :unit, :until)
                        """)
                .param("record", before.id())
                .param("version", before.counter())
                .param("unit", before.unitId())
                .param("until", RecordTable.utc(now))
                .update();
    }

    /** Oldest first. */
    List<Passed> of(String recordId) {
        return jdbc.sql(
                        """
                        SELECT unit_id, until_at
                        FROM record_custody
                        WHERE record_id = :record
                        ORDER BY version
                        """)
                .param("record", recordId)
                .query((rs, row) ->
                        new Passed(
                                rs.getString("unit_id"),
                                rs.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
