package haicap.inspection.history;

import haicap.platform.events.Version;
import haicap.platform.outbox.Outbox;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The histories of files, oldest first. */
@Component
public class Histories {

    /** An entry as it is shown. */
    @TellsOf({Matter.OBSTACLE, Matter.FINDING})
    public record Line(
            Version version,
            String action,
            Instant recordedAt,
            String byPost,
            @Nullable String decisionNumber,
            @Nullable Instant decidedAt,
            @Nullable String ground,
            @Nullable String note) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Cursors cursors;

    Histories(JdbcClient jdbc, Outbox outbox, Cursors cursors) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.cursors = cursors;
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

    /** A part of a file's history. */
    public Page<Line> of(String fileId, Limit limit, @Nullable String cursor) {
        long after = cursor == null ? 0 : Long.parseLong(cursors.open(cursor, 1).getFirst());
        var found =
                jdbc.sql(
                                """
                                SELECT version, action, recorded_at, by_post, decision_number,
                                       decided_at, ground, note
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
                optional(rs, "decision_number"),
                decidedAt == null ? null : decidedAt.toInstant(),
                optional(rs, "ground"),
                optional(rs, "note"));
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }
}
