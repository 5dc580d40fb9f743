package haicap.reporting.quality;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Files of which an event could not be applied: each is a difference with its reason. */
@Component
class ParkedFiles {

    private final JdbcTemplate jdbc;

    ParkedFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A file with a parked event, and why it was parked. */
    record ParkedFile(String id, String unitId, String reason) {}

    List<ParkedFile> all() {
        return jdbc.query(
                """
                SELECT key, coalesce(unit, '') AS unit, reason
                FROM parked
                WHERE feed = 'files' AND key IS NOT NULL
                ORDER BY id
                """,
                (rs, row) ->
                        new ParkedFile(
                                rs.getString("key"),
                                rs.getString("unit"),
                                "parked: " + rs.getString("reason")));
    }
}
