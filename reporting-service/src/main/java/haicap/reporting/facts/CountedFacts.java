package haicap.reporting.facts;

import haicap.platform.recount.Part;
import haicap.platform.time.Hanoi;
import haicap.platform.time.ReportingMonth;
import haicap.reporting.figures.Figure;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Facts counted by the definition of each figure, in SQL: a second opinion beside the spans by
 * which the figures are kept. In a transaction, call {@link #hold} first.
 */
@Component
public class CountedFacts {

    /** How many files of a kind count in a unit's figure. */
    public record Count(FileKind kind, String unitId, Figure figure, long files) {}

    /**
     * The files of a kind of which a unit has custody.
     *
     * @param digest of all that figures depend on, as the source makes it
     */
    public record Holding(FileKind kind, String custodian, long files, long digest) {}

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    CountedFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Keeps the table from being exchanged; a snapshot is taken only by what is read after. */
    public void hold() {
        jdbc.execute("LOCK TABLE fact IN ACCESS SHARE MODE");
    }

    /** Every figure that is not zero, as of an instant. */
    public List<Count> figures(Instant at) {
        var day = Hanoi.dayOf(at);
        var month = ReportingMonth.of(at);
        return named.query(
                """
                WITH held AS (
                    SELECT unit_id, kind, count(*) AS open,
                           count(*) FILTER (WHERE due_at > :at AND due_at <= :soon) AS soon,
                           count(*) FILTER (WHERE due_at <= :at) AS late
                    FROM fact
                    WHERE open
                    GROUP BY unit_id, kind),
                counted AS (
                    SELECT h.kind, coalesce(c.custodian, h.unit_id) AS unit_id, f.figure, f.files
                    FROM held h
                    LEFT JOIN custody c ON c.unit_id = h.unit_id AND c.kind = h.kind
                    JOIN LATERAL (
                        VALUES ('CRIME_REPORT', 'REPORTS_OPEN', open),
                               ('CRIME_REPORT', 'REPORTS_DUE_SOON', soon),
                               ('CRIME_REPORT', 'REPORTS_OVERDUE', late),
                               ('FINDING', 'FINDINGS_OPEN', open),
                               ('FINDING', 'FINDINGS_OVERDUE', late),
                               ('OBSTACLE', 'OBSTACLES_OPEN', open),
                               ('OBSTACLE', 'OBSTACLES_OVERDUE', late)
                        ) f (kind, figure, files) ON f.kind = h.kind
                    UNION ALL
                    SELECT kind, received_by, 'REPORTS_RECEIVED_TODAY', count(*)
                    FROM fact
                    WHERE kind = 'CRIME_REPORT'
                      AND began_at >= :dayFrom
                      AND began_at < :dayUntil
                    GROUP BY kind, received_by
                    UNION ALL
                    SELECT kind, decided_by, 'REPORTS_' || outcome || '_THIS_MONTH', count(*)
                    FROM fact
                    WHERE outcome IS NOT NULL
                      AND last_deed >= :monthFrom
                      AND decided_at >= :monthFrom
                      AND decided_at < :monthUntil
                    GROUP BY kind, decided_by, outcome
                    UNION ALL
                    SELECT kind, split_part(h, '@', 2), 'REPORTS_HANDED_OVER_THIS_MONTH', count(*)
                    FROM fact
                    CROSS JOIN string_to_table(hand_overs, ',') h
                    WHERE last_deed >= :monthFrom
                      AND split_part(h, '@', 1)::bigint >= micros(:monthFrom)
                      AND split_part(h, '@', 1)::bigint < micros(:monthUntil)
                    GROUP BY kind, split_part(h, '@', 2)
                    UNION ALL
                    SELECT kind, unit_id, 'VISITS_CONCLUDED', count(*)
                    FROM fact
                    WHERE campaign_from <= :day AND campaign_to >= :day AND NOT open
                    GROUP BY kind, unit_id)
                SELECT kind, unit_id, figure, sum(files) AS files
                FROM counted
                GROUP BY kind, unit_id, figure
                HAVING sum(files) > 0
                """,
                Map.of(
                        "at", utc(at),
                        "soon", utc(at.plus(CrimeReport.SOON)),
                        "day", day,
                        "dayFrom", utc(Hanoi.startOf(day)),
                        "dayUntil", utc(Hanoi.startOf(day.plusDays(1))),
                        "monthFrom", utc(month.from()),
                        "monthUntil", utc(month.until())),
                (rs, row) ->
                        new Count(
                                FileKind.valueOf(rs.getString("kind")),
                                rs.getString("unit_id"),
                                Figure.valueOf(rs.getString("figure")),
                                rs.getLong("files")));
    }

    /** What each unit has custody of. */
    public List<Holding> holdings() {
        return jdbc.query(
                """
                WITH held AS (
                    SELECT unit_id, kind, count(*) AS files,
                           bit_xor(hashint8extended(version, digest)) AS digest
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
                                FileKind.valueOf(rs.getString("kind")),
                                rs.getString("custodian"),
                                rs.getLong("files"),
                                rs.getLong("digest")));
    }

    /**
     * A part of the facts of a kind of which a unit has custody, in the order of their ids.
     *
     * @param atMost how many
     */
    public SequencedMap<String, Fact> heldBy(
            String custodian, FileKind kind, Part part, int atMost) {
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
                kind.name(),
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

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
