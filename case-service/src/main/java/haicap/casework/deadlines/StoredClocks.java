package haicap.casework.deadlines;

import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.Step;
import haicap.platform.events.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the clocks of files; they are written in the statement that saves their file. */
@Component
public class StoredClocks {

    private final JdbcClient jdbc;

    StoredClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clocks of a file, in the order in which they started. */
    public Clocks of(String fileId) {
        return new Clocks(
                jdbc.sql(
                                """
                                SELECT rule, rule_version, start_event, started_at, due_at, last_day,
                                       earliest_at, obliges, met_by, met_at, ended_at, ended_by,
                                       steps
                                FROM clock
                                WHERE file_id = :file
                                ORDER BY started_at, due_at, rule
                                """)
                        .param("file", fileId)
                        .query((rs, row) -> clock(rs))
                        .list());
    }

    private static Clock clock(ResultSet rs) throws SQLException {
        return new Clock(
                rs.getString("rule"),
                rs.getInt("rule_version"),
                rs.getString("start_event"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                rs.getObject("last_day", LocalDate.class),
                rs.getObject("earliest_at", OffsetDateTime.class).toInstant(),
                Obliged.valueOf(rs.getString("obliges")),
                rs.getString("met_by"),
                instant(rs, "met_at"),
                instant(rs, "ended_at"),
                endedBy(rs),
                List.of(EventJson.read(rs.getString("steps"), Step[].class)));
    }

    private static @Nullable String endedBy(ResultSet rs) throws SQLException {
        return rs.getString("ended_by");
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
