package haicap.platform.records;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of records that concern the caller, without their texts, the newest or the most pressing
 * first. Of each stored unit the first few are taken from an index, then merged: a list costs as
 * much as it shows, however many records there are.
 */
@Component
class RecordLists {

    private static final Duration SOON = Duration.ofDays(3);

    private static final String OF_ALL =
            """
            SELECT id, opened_at, due_at
            FROM record
            WHERE kind = :kind
              AND %1$s
            ORDER BY %2$s
            LIMIT :some
            """;

    /** One for each way in which a record can be a unit's. */
    private static final String OF_UNITS =
            """
            SELECT near.*
            FROM unnest((SELECT :units::text[])) AS stored (unit)
            CROSS JOIN LATERAL (
                SELECT id, opened_at, due_at
                FROM record
                WHERE kind = :kind AND %1$s = stored.unit
                  AND %2$s
                ORDER BY %3$s
                LIMIT :some) AS near
            """;

    private static final String LIST =
            """
            WITH found AS (
                SELECT id
                FROM (%1$s) AS near
                ORDER BY %2$s
                LIMIT :some)
            SELECT id, number, version, unit_id, parent_id, state, open, opened_at, due_at,
                   decided_post, reference_numbers, body, '{}' AS texts, public
            FROM found
            JOIN record USING (id)
            ORDER BY %2$s
            """;

    /** As the index has it. */
    private static final String REFERRED_TO =
            "reference_numbers <> '{}' AND reference_numbers @> ARRAY[:own::text]";

    private static final String CUSTODY = "unit_id";
    private static final String NEWEST = "opened_at DESC, id DESC";
    private static final String PRESSING = "due_at, id";

    private final JdbcClient jdbc;
    private final AccessScope accessScope;
    private final Cursors cursors;
    private final Clock clock;

    RecordLists(JdbcClient jdbc, AccessScope accessScope, Cursors cursors, Clock clock) {
        this.jdbc = jdbc;
        this.accessScope = accessScope;
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A part of a list.
     *
     * @param ofAll whether the caller sees the records of every unit
     * @param storedUnder the units under which the records of a custodian are stored
     */
    Page<RecordTable.Row> list(
            RecordType<?> type,
            Filter filter,
            Caller caller,
            boolean ofAll,
            Function<String, Collection<String>> storedUnder,
            Limit limit,
            @Nullable String cursor) {
        var view = filter.view;
        var byUrgency = filter.mostPressingFirst || view != null && view.isByUrgency();
        var order = byUrgency ? PRESSING : NEWEST;
        var asked = new Conditions(type, filter, caller, clock.instant());
        asked.after(cursor == null ? null : cursors.open(cursor, 2), byUrgency);
        var ways = ways(type, filter, caller, ofAll, storedUnder, asked);
        var near =
                ways.isEmpty()
                        ? OF_ALL.formatted(asked.text(), order)
                        : ways.stream()
                                .map(way -> OF_UNITS.formatted(way, asked.text(), order))
                                .collect(Collectors.joining("UNION\n"));
        var found =
                jdbc.sql(LIST.formatted(near, order))
                        .params(asked.values)
                        .param("kind", type.kind())
                        .param("some", limit.value() + 1)
                        .query(RecordTable::row)
                        .list();
        return Page.of(found, limit, row -> cursors.seal(place(row, byUrgency), row.head().id()));
    }

    /** By which columns the units are looked for; none when all units are seen and asked for. */
    private List<String> ways(
            RecordType<?> type,
            Filter filter,
            Caller caller,
            boolean ofAll,
            Function<String, Collection<String>> storedUnder,
            Conditions asked) {
        var wished = filter.unitId == null ? null : storedUnder.apply(filter.unitId);
        if (ofAll && filter.view != View.UNIT) {
            if (wished == null) {
                return List.of();
            }
            asked.units(wished);
            return List.of(CUSTODY);
        }
        asked.units(
                accessScope.units(caller).stream()
                        .flatMap(unit -> storedUnder.apply(unit).stream())
                        .toList());
        if (wished != null) {
            asked.is("unit_id = ANY (:wished)", "wished", wished.toArray(String[]::new));
        }
        return filter.view == View.UNIT
                ? List.of(CUSTODY)
                : Stream.concat(
                                Stream.of(CUSTODY),
                                type.concerned().keySet().stream().map("body->>'%s'"::formatted))
                        .toList();
    }

    private static String place(RecordTable.Row row, boolean byUrgency) {
        return byUrgency
                ? Objects.requireNonNull(row.dueAt()).toString()
                : row.head().openedAt().toString();
    }

    /** What is asked for, as conditions and their values. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new LinkedHashMap<>();

        Conditions(RecordType<?> type, Filter filter, Caller caller, Instant now) {
            is("parent_id = :parent", "parent", filter.parentId);
            is("state = ANY (:states)", "states", filter.states);
            is("open = :open", "open", filter.open);
            is("decided_post = ANY (:posts)", "posts", filter.decidedPosts);
            is("due_at < :before", "before", RecordTable.utc(filter.dueBefore));
            is(
                    """
                    id IN (SELECT record_id FROM record_history WHERE decision_number = :number
                           UNION
                           SELECT record_id FROM record_correction
                           WHERE number = :number AND state = 'CONFIRMED')
                    """,
                    "number",
                    filter.decisionNumber);
            is(numbered(type), "own", filter.number);
            if (filter.mostPressingFirst) {
                all.add("due_at IS NOT NULL");
            }
            if (filter.overdue != null) {
                values.put("now", RecordTable.utc(now));
                is("coalesce(due_at <= :now, false) = :overdue", "overdue", filter.overdue);
            }
            filter.attributes.forEach((name, among) -> {
                if (!type.attributes().contains(name)) {
                    throw new IllegalArgumentException(type.kind() + " is not filtered by " + name);
                }
                is(
                        "body->>'%s' = ANY (:%s)".formatted(name, "of" + name),
                        "of" + name,
                        among.toArray(String[]::new));
            });
            if (filter.view != null) {
                view(filter.view, type, caller, now);
            }
        }

        /** Its own number, or one that others gave it. */
        private static String numbered(RecordType<?> type) {
            return Stream.concat(
                            Stream.of("number = :own", REFERRED_TO),
                            type.foundBy().stream().map("body->>'%s' = :own"::formatted))
                    .map("SELECT id FROM record WHERE kind = :kind AND %s"::formatted)
                    .collect(Collectors.joining("\nUNION\n", "id IN (", ")"));
        }

        private void view(View view, RecordType<?> type, Caller caller, Instant now) {
            all.add("open");
            switch (view) {
                case MINE ->
                        is(
                                "decided_post = ANY (:mine)",
                                "mine",
                                caller.counting().stream()
                                        .map(HeldPost::postId)
                                        .toArray(String[]::new));
                case UNIT -> {}
                case DUE_SOON -> {
                    is("due_at > :now", "now", RecordTable.utc(now));
                    is("due_at <= :soon", "soon", RecordTable.utc(now.plus(SOON)));
                }
                case OVERDUE -> is("due_at <= :now", "now", RecordTable.utc(now));
                case UNOWNED -> all.add("decided_post IS NULL");
                case TO_CONFIRM ->
                        is(
                                "state = ANY (:toConfirm)",
                                "toConfirm",
                                type.toConfirm().stream().map(Enum::name).toArray(String[]::new));
            }
        }

        void after(@Nullable List<String> place, boolean byUrgency) {
            if (place != null) {
                values.put("place", RecordTable.utc(Instant.parse(place.getFirst())));
                is(
                        byUrgency
                                ? "(due_at, id) > (:place, :placeId)"
                                : "(opened_at, id) < (:place, :placeId)",
                        "placeId",
                        place.getLast());
            }
        }

        void units(Collection<String> stored) {
            values.put("units", stored.toArray(String[]::new));
        }

        void is(String condition, String name, @Nullable Object value) {
            if (value != null) {
                all.add(condition);
                values.put(name, value);
            }
        }

        String text() {
            return String.join("\n  AND ", all);
        }
    }
}
