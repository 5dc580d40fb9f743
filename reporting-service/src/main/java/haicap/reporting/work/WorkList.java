package haicap.reporting.work;

import haicap.platform.events.EventJson;
import haicap.platform.records.View;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.reporting.facts.Origin;
import haicap.reporting.files.CountedKind;
import haicap.reporting.work.WorkScope.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is to be done, from the facts that the figures are counted from: most pressing first, what
 * no clock presses last. Of each unit, kind and post the first few are taken from an index, then
 * merged: a list costs as much as it shows.
 */
@Component
class WorkList {

    private static final Duration SOON = Duration.ofDays(3);
    private static final String NEVER = "infinity";

    private static final String LIST =
            """
            WITH near AS (
                SELECT id
                FROM (
                    SELECT everywhere.id, everywhere.work_due
                    FROM unnest(:everywhere::text[]) AS asked (kind)
                    CROSS JOIN LATERAL (
                        SELECT id, work_due
                        FROM fact
                        WHERE work_due IS NOT NULL AND fact.kind = asked.kind
                          AND %1$s
                        ORDER BY work_due, id
                        LIMIT :some) AS everywhere
                    UNION
                    SELECT held.id, held.work_due
                    FROM unnest(:heldUnits::text[], :heldKinds::text[]) AS asked (unit, kind)
                    CROSS JOIN LATERAL (
                        SELECT id, work_due
                        FROM fact
                        WHERE work_due IS NOT NULL AND work_unit IS NULL
                          AND unit_id = asked.unit AND fact.kind = asked.kind
                          AND %1$s
                        ORDER BY work_due, id
                        LIMIT :some) AS held
                    UNION
                    SELECT directed.id, directed.work_due
                    FROM unnest(:toUnits::text[], :toKinds::text[]) AS asked (unit, kind)
                    CROSS JOIN LATERAL (
                        SELECT id, work_due
                        FROM fact
                        WHERE work_due IS NOT NULL AND work_unit = asked.unit
                          AND fact.kind = asked.kind
                          AND %1$s
                        ORDER BY work_due, id
                        LIMIT :some) AS directed
                    UNION
                    SELECT decided.id, decided.work_due
                    FROM unnest(:posts::text[]) AS asked (post)
                    CROSS JOIN LATERAL (
                        SELECT id, work_due
                        FROM fact
                        WHERE work_due IS NOT NULL AND work_post = asked.post
                          AND fact.kind = ANY (:kinds)
                          AND %1$s
                        ORDER BY work_due, id
                        LIMIT :some) AS decided) AS first_of_each
                ORDER BY work_due, id
                LIMIT :some)
            SELECT f.id, f.public->>'number' AS number, f.kind,
                   coalesce(c.custodian, f.unit_id) AS custodian, f.work_post, f.work_due,
                   f.work_confirms, f.public
            FROM near
            JOIN fact f USING (id)
            LEFT JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
            ORDER BY f.work_due, f.id
            """;

    private static final String NUMBERED =
            """
            id IN (
                SELECT id FROM fact WHERE public->>'number' = :number
                UNION
                SELECT id FROM fact WHERE public->>'registerNumber' = :number
                UNION
                SELECT id FROM fact
                WHERE public->'referenceNumbers' <> '[]'
                  AND public->'referenceNumbers' @> jsonb_build_array(:number::text))
            """;

    private final JdbcClient jdbc;
    private final Cursors cursors;
    private final Clock clock;

    WorkList(JdbcClient jdbc, Cursors cursors, Clock clock) {
        this.jdbc = jdbc;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A part of it.
     *
     * @param view null for all of the scope
     * @param number its own, or one that others gave; null for any
     */
    Page<WorkItem> of(
            @Nullable View view,
            @Nullable String number,
            Scope scope,
            Limit limit,
            @Nullable String cursor) {
        var now = clock.instant();
        var after = cursor == null ? null : cursors.open(cursor, 2);
        var found =
                jdbc.sql(LIST.formatted(condition(view, number, after != null)))
                        .param("everywhere", texts(scope.everywhere()))
                        .param("heldUnits", units(scope.inCustody()))
                        .param("heldKinds", kinds(scope.inCustody()))
                        .param("toUnits", units(scope.directedTo()))
                        .param("toKinds", kinds(scope.directedTo()))
                        .param("posts", texts(scope.posts()))
                        .param("kinds", texts(scope.kinds()))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("soon", now.plus(SOON).atOffset(ZoneOffset.UTC))
                        .param("number", number, Types.VARCHAR)
                        .param("due", after == null ? NEVER : after.getFirst())
                        .param("id", after == null ? "" : after.getLast())
                        .param("some", limit.value() + 1)
                        .query((rs, row) -> item(rs))
                        .list();
        return Page.of(found, limit, item -> cursors.seal(due(item), item.id()));
    }

    private static String condition(@Nullable View view, @Nullable String number, boolean goesOn) {
        return String.join(
                " AND ",
                view == null ? "true" : shown(view),
                number == null ? "true" : NUMBERED,
                goesOn ? "(work_due, id) > (:due::timestamptz, :id)" : "true");
    }

    private static String shown(View view) {
        return switch (view) {
            case MINE, UNIT -> "true";
            case DUE_SOON -> "work_due > :now AND work_due <= :soon";
            case OVERDUE -> "work_due <= :now";
            case UNOWNED -> "work_post IS NULL AND NOT work_confirms";
            case TO_CONFIRM -> "work_confirms";
        };
    }

    private static WorkItem item(ResultSet rs) throws SQLException {
        var kind = CountedKind.named(rs.getString("kind")).orElseThrow();
        var id = rs.getString("id");
        return new WorkItem(
                id,
                rs.getString("number"),
                kind.publicName(),
                kind.path() + "/" + id,
                rs.getString("custodian"),
                post(rs),
                due(rs.getTimestamp("work_due")),
                rs.getBoolean("work_confirms"),
                about(rs.getString("public")));
    }

    private static @Nullable String post(ResultSet rs) throws SQLException {
        return rs.getString("work_post");
    }

    private static @Nullable Instant due(Timestamp due) {
        return due.getTime() == PGStatement.DATE_POSITIVE_INFINITY ? null : due.toInstant();
    }

    @SuppressWarnings("unchecked") // an object, as the inbox has seen to
    private static Map<String, Object> about(String publicState) {
        return EventJson.read(publicState, Map.class);
    }

    private static String due(WorkItem item) {
        return Objects.requireNonNullElse(item.dueAt(), NEVER).toString();
    }

    private static String[] units(Collection<Origin> origins) {
        return origins.stream().map(Origin::unitId).toArray(String[]::new);
    }

    private static String[] kinds(Collection<Origin> origins) {
        return origins.stream().map(Origin::kind).toArray(String[]::new);
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
