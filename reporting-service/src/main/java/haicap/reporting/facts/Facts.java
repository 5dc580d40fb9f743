package haicap.reporting.facts;

import static haicap.reporting.facts.FactTexts.texts;

import haicap.platform.writes.DeferredInserts;
import haicap.reporting.facts.Known.Happening;
import haicap.reporting.figures.Figure;
import haicap.reporting.files.Fact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Facts, when they count otherwise, and what was told of them. */
@Component
class Facts {

    private static final String INSERT =
            """
            INSERT INTO fact AS known (%s)
            SELECT id, kind, topic, version, unit_id, public::jsonb, figures::text[],
                   units::text[], since::timestamptz[], until::timestamptz[], next_at, previous_at,
                   work_unit, work_post, work_due, work_confirms
            FROM unnest(
                ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[],
                ?::text[], ?::timestamptz[], ?::boolean[])
                AS told (%1$s)
            """
                    .formatted(FactTexts.NAMES);

    private static final String UPSERT =
            INSERT
                    + """
                    ON CONFLICT (id) DO UPDATE SET
                        kind = excluded.kind, topic = excluded.topic, version = excluded.version,
                        unit_id = excluded.unit_id, public = excluded.public,
                        figures = excluded.figures, units = excluded.units,
                        since = excluded.since, until = excluded.until,
                        next_at = excluded.next_at, previous_at = excluded.previous_at,
                        work_unit = excluded.work_unit, work_post = excluded.work_post,
                        work_due = excluded.work_due, work_confirms = excluded.work_confirms
                    WHERE known.version < excluded.version
                    """;

    /**
     * How many more of an origin count in a figure.
     *
     * @param unit for which they count, whoever has custody; null: for the custodian
     */
    record Crossing(
            Origin origin, String custodian, @Nullable String unit, Figure figure, long more) {}

    private final JdbcTemplate jdbc;
    private final DeferredInserts deferredInserts;

    Facts(JdbcTemplate jdbc, DeferredInserts deferredInserts) {
        this.jdbc = jdbc;
        this.deferredInserts = deferredInserts;
    }

    /**
     * Saves files that were not known, at the end of the transaction.
     *
     * @param clockAt the instant as of which the figures are
     */
    void insert(Collection<Fact> facts, Instant clockAt) {
        note(INSERT, facts, clockAt);
    }

    /** The same, where what is known may be older. */
    void upsert(Collection<Fact> facts, Instant clockAt) {
        note(UPSERT, facts, clockAt);
    }

    private void note(String sql, Collection<Fact> facts, Instant clockAt) {
        if (!facts.isEmpty()) {
            deferredInserts.add(sql, FactTexts.columns(facts, clockAt).toArray());
        }
    }

    /** Saves that these were told, at the end of the transaction. */
    void told(List<Happening> happenings) {
        if (!happenings.isEmpty()) {
            deferredInserts.add(
                    """
                    INSERT INTO told (file_id, version)
                    SELECT *
                    FROM unnest(?::text[], ?::bigint[])
                    """,
                    texts(happenings, Happening::fileId),
                    happenings.stream().map(Happening::version).toArray(Long[]::new));
        }
    }

    /**
     * What counts otherwise at one instant than at another, earlier or later. Reads the facts that
     * cross an end of one of their spans, and all of which it is not known: that were not {@link
     * #settle settled}, or as of another instant. Ranges have two ends: of half a range the planner
     * expects so much that it reads the whole table.
     */
    void crossed(Instant from, Instant to, Consumer<Crossing> each) {
        jdbc.query(
                new PlannedNow(
                        """
                        SELECT kind, unit_id, coalesce(custodian, unit_id) AS custodian,
                               unit, figure, more
                        FROM (
                            SELECT f.kind, f.unit_id, s.unit, s.figure,
                                   sum((s.since <= t.now AND s.until > t.now)::int
                                       - (s.since <= t.before AND s.until > t.before)::int)
                                       AS more
                            FROM (SELECT ?::timestamptz AS before, ?::timestamptz AS now) t,
                                 fact f,
                                 unnest(f.figures, f.units, f.since, f.until)
                                     AS s (figure, unit, since, until)
                            WHERE f.next_at > '-infinity' AND f.next_at <= ?
                               OR f.previous_at > ? AND f.previous_at < 'infinity'
                            GROUP BY f.kind, f.unit_id, s.unit, s.figure) AS crossed
                        LEFT JOIN custody c USING (unit_id, kind)
                        WHERE more <> 0
                        """,
                        utc(from),
                        utc(to),
                        utc(from.isBefore(to) ? to : from),
                        utc(from.isBefore(to) ? from : to)),
                rs -> {
                    var figure = Figure.named(rs.getString("figure"));
                    if (figure.isPresent()) {
                        each.accept(
                                new Crossing(
                                        new Origin(rs.getString("unit_id"), rs.getString("kind")),
                                        rs.getString("custodian"),
                                        rs.getString("unit"),
                                        figure.get(),
                                        rs.getLong("more")));
                    }
                });
    }

    /**
     * Notes when some of the facts that were crossed count otherwise next: so many at most of those
     * that were crossed forward, and of those that were crossed back.
     *
     * @param clockAt the instant as of which the figures are
     * @return how many
     */
    int settle(Instant clockAt, int atMost) {
        return jdbc.update(
                """
                UPDATE fact f
                SET next_at = ends.next_at, previous_at = ends.previous_at
                FROM ((SELECT id, since, until
                       FROM fact
                       WHERE next_at > '-infinity' AND next_at <= ?
                       ORDER BY next_at
                       LIMIT ?)
                      UNION ALL
                      (SELECT id, since, until
                       FROM fact
                       WHERE previous_at > ? AND previous_at < 'infinity'
                       ORDER BY previous_at DESC
                       LIMIT ?)) AS crossed,
                     LATERAL (
                         SELECT min(at) FILTER (WHERE at > ?) AS next_at,
                                max(at) FILTER (WHERE at <= ?) AS previous_at
                         FROM unnest(crossed.since || crossed.until) AS at
                         WHERE isfinite(at)) AS ends
                WHERE f.id = crossed.id
                """,
                utc(clockAt),
                atMost,
                utc(clockAt),
                atMost,
                utc(clockAt),
                utc(clockAt));
    }

    /** Facts told on a topic with an older version, so many at most, with their custodians. */
    void before(String topic, long version, int atMost, BiConsumer<Fact, String> each) {
        jdbc.query(
                new PlannedNow(
                        """
                        SELECT f.*, coalesce(c.custodian, f.unit_id) AS custodian
                        FROM fact f
                        LEFT JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                        WHERE f.topic = ? AND f.version < ?
                        LIMIT ?
                        """,
                        topic,
                        version,
                        atMost),
                rs -> {
                    each.accept(FactRow.fact(rs), rs.getString("custodian"));
                });
    }

    void remove(Collection<String> fileIds) {
        jdbc.update("DELETE FROM fact WHERE id = ANY (?)", (Object) fileIds.toArray(String[]::new));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
