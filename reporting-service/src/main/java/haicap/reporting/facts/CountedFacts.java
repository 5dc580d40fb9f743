package haicap.reporting.facts;

import haicap.platform.recount.Part;
import haicap.reporting.facts.Tally.Sum;
import haicap.reporting.figures.Figure;
import haicap.reporting.files.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Facts counted anew, all of them, by their spans. In a transaction, call {@link #hold} first. */
@Component
public class CountedFacts {

    /**
     * How many files count in a figure.
     *
     * @param storedAt the unit under which they are stored
     * @param custodian who has custody of what is stored there
     * @param unit for which they count, whoever has custody; null: for the custodian
     */
    public record Count(
            String kind,
            String storedAt,
            String custodian,
            @Nullable String unit,
            Figure figure,
            long files) {

        /** For whom they count now. */
        public String unitId() {
            return unit == null ? custodian : unit;
        }
    }

    /**
     * The files of a kind of which a unit has custody.
     *
     * @param digest of what they say, as the source makes it
     */
    public record Holding(String kind, String custodian, long files, long digest) {}

    /** What counts as of one instant, and as of another. */
    public record Counts(List<Count> at, List<Count> other) {}

    private final JdbcTemplate jdbc;
    private final OriginSums sums;
    private final CustodyTable custody;

    CountedFacts(JdbcTemplate jdbc, OriginSums sums, CustodyTable custody) {
        this.jdbc = jdbc;
        this.sums = sums;
        this.custody = custody;
    }

    /**
     * Keeps the table from being exchanged; a snapshot is taken only by what is read after. While
     * one is under way it is waited for, but not for long.
     */
    public void hold() {
        jdbc.execute("SET LOCAL lock_timeout = '3s'");
        jdbc.execute("LOCK TABLE fact IN ACCESS SHARE MODE");
    }

    /** Every figure that is not zero, as of an instant. */
    public List<Count> figures(Instant at) {
        return figures(at, at).at();
    }

    /** Every figure that is not zero, as of either instant; all facts are read once. */
    public Counts figures(Instant at, Instant other) {
        var counts = new Counts(new ArrayList<>(), new ArrayList<>());
        jdbc.query(
                """
                SELECT kind, unit_id, coalesce(custodian, unit_id) AS custodian, unit, figure,
                       at, other
                FROM (
                    SELECT f.kind, f.unit_id, s.unit, s.figure,
                           count(*) FILTER (WHERE s.since <= i.at AND s.until > i.at) AS at,
                           count(*) FILTER (WHERE s.since <= i.other AND s.until > i.other) AS other
                    FROM (SELECT ?::timestamptz AS at, ?::timestamptz AS other) AS i,
                         fact f,
                         unnest(f.figures, f.units, f.since, f.until)
                             AS s (figure, unit, since, until)
                    GROUP BY f.kind, f.unit_id, s.unit, s.figure) AS counted
                LEFT JOIN custody USING (unit_id, kind)
                """,
                rs -> {
                    count(rs, "at").ifPresent(counts.at::add);
                    count(rs, "other").ifPresent(counts.other::add);
                },
                at.atOffset(ZoneOffset.UTC),
                other.atOffset(ZoneOffset.UTC));
        return counts;
    }

    private static Optional<Count> count(ResultSet rs, String instant) throws SQLException {
        long files = rs.getLong(instant);
        var figure = Figure.named(rs.getString("figure"));
        return files == 0 || figure.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Count(
                                rs.getString("kind"),
                                rs.getString("unit_id"),
                                rs.getString("custodian"),
                                rs.getString("unit"),
                                figure.get(),
                                files));
    }

    /** A sum that is kept of what is stored at an origin, beside what its facts say. */
    public record KeptSum(String custodian, Figure figure, long kept, long counted) {}

    /** Sums of origins that are not what was counted as of the same instant. */
    public List<KeptSum> sumsKeptOtherwise(List<Count> counts) {
        var counted = sumsOf(counts);
        var kept = sums.all();
        var all = new HashMap<>(kept);
        all.putAll(counted);
        var custodians = custody.all();
        return all.keySet().stream()
                .map(sum ->
                        new KeptSum(
                                custodians.getOrDefault(sum.origin(), sum.origin().unitId()),
                                sum.figure(),
                                kept.getOrDefault(sum, 0L),
                                counted.getOrDefault(sum, 0L)))
                .filter(sum -> sum.kept() != sum.counted())
                .toList();
    }

    /** Of what was counted, what custody decides on. */
    static Map<Sum, Long> sumsOf(List<Count> counted) {
        var sums = new HashMap<Sum, Long>();
        for (var count : counted) {
            if (count.unit() == null) {
                var origin = new Origin(count.storedAt(), count.kind());
                sums.put(new Sum(origin, count.figure()), count.files());
            }
        }
        return sums;
    }

    /** What each unit has custody of. */
    public List<Holding> holdings() {
        return jdbc.query(
                """
                WITH held AS (
                    SELECT unit_id, kind, count(*) AS files,
                           bit_xor(hashtextextended(
                               id, hashint8extended(version, public_digest))) AS digest
                    FROM fact
                    GROUP BY unit_id, kind)
                SELECT h.kind, coalesce(c.custodian, h.unit_id) AS custodian,
                       sum(h.files) AS files, bit_xor(h.digest) AS digest
                FROM held h
                LEFT JOIN custody c ON c.unit_id = h.unit_id AND c.kind = h.kind
                GROUP BY h.kind, coalesce(c.custodian, h.unit_id)
                """,
                (rs, row) ->
                        new Holding(
                                rs.getString("kind"),
                                rs.getString("custodian"),
                                rs.getLong("files"),
                                rs.getLong("digest")));
    }

    /**
     * A part of the facts of a kind of which a unit has custody, in the order of their ids.
     *
     * @param atMost how many
     */
    public SequencedMap<String, Fact> heldBy(String custodian, String kind, Part part, int atMost) {
        return byId(
                """
                SELECT f.*
                FROM fact f
                LEFT JOIN custody c ON c.unit_id = f.unit_id AND c.kind = f.kind
                WHERE coalesce(c.custodian, f.unit_id) = ? AND f.kind = ?
                  AND f.id COLLATE "C" > ?
                  AND f.id COLLATE "C" <= coalesce(?::text, f.id)
                ORDER BY f.id COLLATE "C"
                LIMIT ?
                """,
                custodian,
                kind,
                part.after(),
                part.upTo(),
                atMost);
    }

    /** These facts, whoever has custody of them; what is not known is absent. */
    public Map<String, Fact> of(Collection<String> fileIds) {
        return byId(
                "SELECT * FROM fact WHERE id = ANY (?)", (Object) fileIds.toArray(String[]::new));
    }

    private SequencedMap<String, Fact> byId(String sql, @Nullable Object... args) {
        var facts = new LinkedHashMap<String, Fact>();
        jdbc.query(
                sql,
                rs -> {
                    facts.put(rs.getString("id"), FactRow.fact(rs));
                },
                args);
        return facts;
    }
}
