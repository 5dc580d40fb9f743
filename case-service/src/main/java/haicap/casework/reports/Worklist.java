package haicap.casework.reports;

import haicap.casework.reports.Lines.Line;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What is still to be done, most pressing first, what no clock presses last. A decided report stays
 * in it while something must still be sent or told.
 */
@Component
class Worklist {

    private static final Duration SOON = Duration.ofHours(72);
    private static final String NEVER = "infinity";

    private final JdbcClient jdbc;
    private final ListScope scope;
    private final Lines lines;
    private final Organisation organisation;
    private final Cursors cursors;
    private final Clock clock;

    Worklist(
            JdbcClient jdbc,
            ListScope scope,
            Lines lines,
            Organisation organisation,
            Cursors cursors,
            Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.lines = lines;
        this.organisation = organisation;
        this.cursors = cursors;
        this.clock = clock;
    }

    Page<Line> of(
            WorklistView view,
            @Nullable String unitId,
            Caller caller,
            Limit limit,
            @Nullable String cursor) {
        var now = clock.instant();
        var units = scope.ofUnit(caller, unitId);
        var asked =
                switch (view) {
                    case MINE -> ofPosts(posts(caller));
                    case UNIT -> ofUnits(units, null, null);
                    case DUE_SOON -> ofUnits(units, now, now.plus(SOON));
                    case OVERDUE -> ofUnits(units, null, now);
                    case UNOWNED -> unowned(units, now);
                };
        var after = cursor == null ? null : cursors.open(cursor, 2);
        var found =
                asked.param("at", after == null ? null : after.getFirst(), Types.VARCHAR)
                        .param("id", after == null ? null : after.getLast(), Types.VARCHAR)
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> lines.line(rs))
                        .list();
        return Page.of(found, limit, line -> cursors.seal(due(line), line.id()));
    }

    private StatementSpec ofPosts(String[] posts) {
        return jdbc.sql(
                        """
                        SELECT id, unit_id, received_by, state, category, severity, channel, urgent,
                               occurred_on, received_at, due_at, due_rule, assigned_post_id
                        FROM crime_report
                        WHERE (open OR due_at IS NOT NULL)
                          AND assigned_post_id = ANY (:posts)
                          AND (:at::text IS NULL
                               OR (coalesce(due_at, 'infinity'::timestamptz), id)
                                   > (:at::timestamptz, :id))
                        ORDER BY coalesce(due_at, 'infinity'::timestamptz), id
                        LIMIT :some
                        """)
                .param("posts", posts);
    }

    private StatementSpec ofUnits(
            String[] units, @Nullable Instant dueAfter, @Nullable Instant dueUntil) {
        return jdbc.sql(
                        """
                        SELECT id, unit_id, received_by, state, category, severity, channel, urgent,
                               occurred_on, received_at, due_at, due_rule, assigned_post_id
                        FROM crime_report
                        WHERE (open OR due_at IS NOT NULL)
                          AND unit_id = ANY (:units)
                          AND coalesce(due_at, 'infinity'::timestamptz)
                              > coalesce(:dueAfter, '-infinity'::timestamptz)
                          AND coalesce(due_at, 'infinity'::timestamptz)
                              <= coalesce(:dueUntil, 'infinity'::timestamptz)
                          AND (:at::text IS NULL
                               OR (coalesce(due_at, 'infinity'::timestamptz), id)
                                   > (:at::timestamptz, :id))
                        ORDER BY coalesce(due_at, 'infinity'::timestamptz), id
                        LIMIT :some
                        """)
                .param("units", units)
                .param("dueAfter", utc(dueAfter), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("dueUntil", utc(dueUntil), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private StatementSpec unowned(String[] units, Instant now) {
        return jdbc.sql(
                        """
                        SELECT id, unit_id, received_by, state, category, severity, channel, urgent,
                               occurred_on, received_at, due_at, due_rule, assigned_post_id
                        FROM crime_report
                        WHERE open
                          AND unit_id = ANY (:units)
                          AND (assigned_post_id IS NULL OR assigned_post_id = ANY (:deserted))
                          AND (:at::text IS NULL
                               OR (coalesce(due_at, 'infinity'::timestamptz), id)
                                   > (:at::timestamptz, :id))
                        ORDER BY coalesce(due_at, 'infinity'::timestamptz), id
                        LIMIT :some
                        """)
                .param("units", units)
                .param("deserted", deserted(units, now));
    }

    /** The posts of open reports that are vacant or abolished. */
    private String[] deserted(String[] units, Instant now) {
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT assigned_post_id
                        FROM crime_report
                        WHERE open AND unit_id = ANY (:units) AND assigned_post_id IS NOT NULL
                        """)
                .param("units", units)
                .query(String.class)
                .list()
                .stream()
                .filter(post -> !isManned(post, now))
                .toArray(String[]::new);
    }

    private boolean isManned(String postId, Instant now) {
        var day = Hanoi.dayOf(now);
        return organisation.isHeld(postId, now)
                && organisation
                        .post(postId)
                        .filter(post -> post.validTo() == null || day.isBefore(post.validTo()))
                        .isPresent();
    }

    private static String[] posts(Caller caller) {
        var posts = caller.actingPost() == null ? caller.posts() : List.of(caller.post());
        return posts.stream().map(HeldPost::postId).toArray(String[]::new);
    }

    private static String due(Line line) {
        return Objects.requireNonNullElse(line.dueAt(), NEVER).toString();
    }

    private static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : CrimeReports.utc(instant);
    }
}
