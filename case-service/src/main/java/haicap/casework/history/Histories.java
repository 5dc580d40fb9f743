package haicap.casework.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import haicap.platform.events.Version;
import haicap.platform.outbox.Outbox;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads histories, oldest first; entries are written in the statement that saves their file. */
@Component
public class Histories {

    /** An entry as it is shown. */
    @TellsOf(Matter.CRIME_REPORT)
    public record Line(
            Version version,
            String action,
            Instant recordedAt,
            String byPost,
            String byOfficer,
            @Nullable String decisionNumber,
            @Nullable Instant decidedAt,
            @Nullable String ground,
            @Nullable String note,
            @JsonRawValue String changes) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Cursors cursors;

    Histories(JdbcClient jdbc, Outbox outbox, Cursors cursors) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.cursors = cursors;
    }

    /** A part of a file's history. */
    public Page<Line> of(String fileId, Limit limit, @Nullable String cursor) {
        long after = cursor == null ? 0 : Long.parseLong(cursors.open(cursor, 1).getFirst());
        var found =
                jdbc.sql(
                                """
                                SELECT version, action, recorded_at, by_post, by_officer,
                                       decision_number, decided_at, ground, note, changes
                                FROM history
                                WHERE file_id = :file AND version > :after
                                ORDER BY version
                                LIMIT :some
                                """)
                        .param("file", fileId)
                        .param("after", after)
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> line(rs))
                        .list();
        return Page.of(found, limit, line -> cursors.seal("" + line.version().counter()));
    }

    private Line line(ResultSet rs) throws SQLException {
        var decidedAt = rs.getObject("decided_at", OffsetDateTime.class);
        return new Line(
                outbox.version(rs.getLong("version")),
                rs.getString("action"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getString("by_post"),
                rs.getString("by_officer"),
                optional(rs, "decision_number"),
                decidedAt == null ? null : decidedAt.toInstant(),
                optional(rs, "ground"),
                optional(rs, "note"),
                rs.getString("changes"));
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
