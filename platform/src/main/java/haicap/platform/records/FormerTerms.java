package haicap.platform.records;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when records lay under the units and with the posts that they had before. */
@Component
class FormerTerms {

    private static final List<String> TABLES = List.of("record_custody", "record_role");

    private final JdbcClient jdbc;

    FormerTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that ended by the entry at hand end at its right moment. */
    void corrected(String recordId, Corrected correction) {
        var is = correction.is();
        for (var table : TABLES) {
            jdbc.sql(
                            """
                            UPDATE %s SET until_at = :is
                            WHERE (record_id, version) = (:record, :version) AND until_at = :was
                            """
                                    .formatted(table))
                    .param("record", recordId)
                    .param("version", is.counter() - 1)
                    .param("was", RecordTable.utc(correction.was().at()))
                    .param("is", RecordTable.utc(is.at()))
                    .update();
        }
    }
}
