package haicap.reporting.quality;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Files of which an event could not be applied: each is a difference with its reason. */
@Component
class ParkedFiles {

    private final JdbcTemplate jdbc;

    ParkedFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Difference> differences() {
        return jdbc.query(
                """
                SELECT key, coalesce(headers ->> 'ce_unit', '') AS unit, reason
                FROM parked
                WHERE feed = 'files' AND key IS NOT NULL
                ORDER BY id
                """,
                (rs, row) -> {
                    var file = rs.getString("key");
                    return new Difference(
                            rs.getString("unit"),
                            Difference.FILES,
                            0,
                            1,
                            List.of(file),
                            Map.of(file, "parked: " + rs.getString("reason")));
                });
    }
}
