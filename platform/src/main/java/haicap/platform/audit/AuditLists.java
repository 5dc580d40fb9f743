package haicap.platform.audit;

import haicap.platform.events.EventJson;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log as the auditor reads it, the newest first: who, what and when, never the content. */
@Component
class AuditLists {

    /**
     * One line of the log.
     *
     * @param recordedAt by real time; {@code at} is the time of the domain
     * @param details ids and codes
     */
    @TellsOf(Matter.AUDIT)
    record Line(
            long id,
            Instant at,
            Instant recordedAt,
            String caller,
            @Nullable String post,
            String action,
            String kind,
            String subject,
            Map<?, ?> details,
            String traceId) {}

    /** What is asked for; a null asks for all. */
    record Wish(
            @Nullable String subject,
            @Nullable String caller,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private static final String SELECT =
            """
            SELECT id, at, real_at, caller, post, action, kind, subject, details, trace_id
            FROM audit
            WHERE id < :before
              %s
              %s
              AND (:from::timestamptz IS NULL OR at >= :from)
              AND (:to::timestamptz IS NULL OR at < :to)
            ORDER BY id DESC
            LIMIT :some
            """;

    private final JdbcClient jdbc;
    private final Cursors cursors;

    AuditLists(JdbcClient jdbc, Cursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    Page<Line> list(Wish wish, Limit limit, @Nullable String cursor) {
        long before =
                cursor == null
                        ? Long.MAX_VALUE
                        : Long.parseLong(cursors.open(cursor, 1).getFirst());
        var found =
                jdbc.sql(sql(wish))
                        .param("before", before)
                        .param("subject", wish.subject(), Types.VARCHAR)
                        .param("caller", wish.caller(), Types.VARCHAR)
                        .param("from", utc(wish.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("to", utc(wish.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("some", limit.value() + 1)
                        .query(AuditLists::line)
                        .list();
        return Page.of(found, limit, line -> cursors.seal(Long.toString(line.id())));
    }

    /**
     * Only what is asked for stands in the query: a condition that may be absent makes a plan for
     * all of them, which reads the whole log. Those on {@code at} filter what the index gives.
     */
    static String sql(Wish wish) {
        return SELECT.formatted(
                wish.subject() == null ? "" : "AND subject = :subject",
                wish.caller() == null ? "" : "AND caller = :caller");
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Line line(ResultSet rs, int row) throws SQLException {
        return new Line(
                rs.getLong("id"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getObject("real_at", OffsetDateTime.class).toInstant(),
                rs.getString("caller"),
                rs.getString("post"),
                rs.getString("action"),
                rs.getString("kind"),
                rs.getString("subject"),
                EventJson.read(rs.getString("details"), Map.class),
                rs.getString("trace_id"));
    }
}
