package haicap.inspection.deadlines;

import haicap.platform.deadlines.Step;
import haicap.platform.events.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of files. */
@Component
public class StoredClocks {

    private final JdbcClient jdbc;
    private final ObstacleLaw law;

    StoredClocks(JdbcClient jdbc, ObstacleLaw law) {
        this.jdbc = jdbc;
        this.law = law;
    }

    /** The clocks of a file, in the order in which they started. */
    public Clocks of(String fileId) {
        return new Clocks(
                jdbc.sql(
                                """
                                SELECT rule, rule_version, started_at, due_at, last_day, earliest_at,
                                       met_at, steps
                                FROM clock
                                WHERE file_id = :file
                                ORDER BY started_at, due_at, rule
                                """)
                        .param("file", fileId)
                        .query((rs, row) -> clock(rs))
                        .list());
    }

    /** Saves what a file's clocks are now. Of a known clock only the meeting can change. */
    public void save(String fileId, Clocks clocks) {
        clocks.all().forEach(clock -> save(fileId, clock));
    }

    private void save(String fileId, Clock clock) {
        var metAt = clock.metAt();
        jdbc.sql(
                        """
                        INSERT INTO clock
                            (file_id, rule, rule_version, started_at, due_at, last_day, earliest_at,
                             met_at, steps)
                        VALUES (:file, :rule, :version, :startedAt, :dueAt, :lastDay, :earliestAt,
                                :metAt, :steps::jsonb)
                        ON CONFLICT (file_id, rule, started_at) DO UPDATE
                            SET met_at = excluded.met_at
                            WHERE clock.met_at IS NULL AND excluded.met_at IS NOT NULL
                        """)
                .param("file", fileId)
                .param("rule", clock.rule().id())
                .param("version", clock.rule().version())
                .param("startedAt", utc(clock.startedAt()))
                .param("dueAt", utc(clock.dueAt()))
                .param("lastDay", clock.lastDay(), Types.DATE)
                .param("earliestAt", utc(clock.earliestAt()))
                .param("metAt", metAt == null ? null : utc(metAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("steps", EventJson.write(clock.steps()))
                .update();
    }

    private Clock clock(ResultSet rs) throws SQLException {
        return new Clock(
                law.version(rs.getString("rule"), rs.getInt("rule_version")),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                rs.getObject("due_at", OffsetDateTime.class).toInstant(),
                lastDay(rs),
                rs.getObject("earliest_at", OffsetDateTime.class).toInstant(),
                metAt(rs),
                List.of(EventJson.read(rs.getString("steps"), Step[].class)));
    }

    private static @Nullable LocalDate lastDay(ResultSet rs) throws SQLException {
        return rs.getObject("last_day", LocalDate.class);
    }

    private static @Nullable Instant metAt(ResultSet rs) throws SQLException {
        var at = rs.getObject("met_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
