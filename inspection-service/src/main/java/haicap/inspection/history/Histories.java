package haicap.inspection.history;

import java.sql.Types;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The histories of campaigns and visits. */
@Component
public class Histories {

    private final JdbcClient jdbc;

    Histories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends an entry to the transaction at hand. */
    public void append(Entry entry) {
        var decision = entry.decision();
        jdbc.sql(
                        """
                        INSERT INTO history
                            (file_id, version, action, recorded_at, by_post, by_officer,
                             decision_number, decided_at, ground, note)
                        VALUES (:file, :version, :action, :recordedAt, :byPost, :byOfficer,
                                :number, :decidedAt, :ground, :note)
                        """)
                .param("file", entry.fileId())
                .param("version", entry.counter())
                .param("action", entry.action())
                .param("recordedAt", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .param("byPost", entry.byPost())
                .param("byOfficer", entry.byOfficer())
                .param("number", decision == null ? null : decision.number(), Types.VARCHAR)
                .param(
                        "decidedAt",
                        decision == null ? null : decision.at().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ground", decision == null ? null : decision.ground(), Types.VARCHAR)
                .param("note", decision == null ? null : decision.note(), Types.VARCHAR)
                .update();
    }
}
