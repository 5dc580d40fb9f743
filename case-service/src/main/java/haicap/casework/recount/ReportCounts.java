package haicap.casework.recount;

import haicap.casework.recount.CountedReport.HandOverMade;
import haicap.casework.recount.UnitSums.Figures;
import haicap.platform.events.EventJson;
import haicap.platform.outbox.Outbox;
import haicap.platform.recount.Part;
import haicap.platform.time.Hanoi;
import haicap.platform.time.ReportingMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts crime reports from their own table, by predicates of its own. */
@Component
class ReportCounts {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ReportCounts(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * Sums per unit under which reports are stored, by the predicates of the custodian's figures at
     * the instant. Each report keeps the digest of the record {@code (id, receivedAt, open, dueAt,
     * receivedBy, handOvers, outcome, decidedAt, decidedBy)}, to which its version is added as one
     * number; hand-overs are one text, {@code at@unitId} joined by commas with the instants in
     * microseconds of the epoch.
     */
    List<UnitSums> custody(Instant at) {
        return jdbc.sql(
                        """
                        SELECT unit_id,
                               count(*) AS files,
                               bit_xor(hashint8extended(:base + version, digest)) AS digest,
                               count(*) FILTER (WHERE open) AS open,
                               count(*) FILTER (
                                   WHERE open AND due_at > :at
                                     AND due_at <= :at + interval '72 hours') AS due_soon,
                               count(*) FILTER (WHERE open AND due_at <= :at) AS overdue
                        FROM crime_report
                        GROUP BY unit_id
                        """)
                .param("base", base())
                .param("at", utc(at))
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                rs.getLong("files"),
                                rs.getLong("digest"),
                                Figures.ofCustody(
                                        rs.getLong("open"),
                                        rs.getLong("due_soon"),
                                        rs.getLong("overdue"))))
                .list();
    }

    /** What each unit did itself, as it is written down, whoever follows it. */
    List<UnitSums> deeds(Instant at) {
        var today = Hanoi.dayOf(at);
        var month = ReportingMonth.of(at);
        return jdbc.sql(
                        """
                        SELECT unit_id,
                               count(*) FILTER (WHERE deed = 'RECEIVED') AS received_today,
                               count(*) FILTER (WHERE deed = 'HANDED_OVER') AS handed_over,
                               count(*) FILTER (WHERE deed = 'INSTITUTED') AS instituted,
                               count(*) FILTER (WHERE deed = 'REFUSED') AS refused
                        FROM (
                            SELECT received_by AS unit_id, 'RECEIVED' AS deed
                            FROM crime_report
                            WHERE received_at >= :today AND received_at < :tomorrow
                            UNION ALL
                            SELECT passing ->> 'unitId', 'HANDED_OVER'
                            FROM crime_report, jsonb_array_elements(hand_overs) AS passing
                            WHERE hand_overs <> '[]'
                              AND (passing ->> 'at')::timestamptz >= :monthFrom
                              AND (passing ->> 'at')::timestamptz < :monthTo
                            UNION ALL
                            SELECT decided_by, outcome
                            FROM crime_report
                            WHERE decided_at >= :monthFrom AND decided_at < :monthTo
                        ) AS done
                        GROUP BY unit_id
                        """)
                .param("today", utc(Hanoi.startOf(today)))
                .param("tomorrow", utc(Hanoi.startOf(today.plusDays(1))))
                .param("monthFrom", utc(month.from()))
                .param("monthTo", utc(month.until()))
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                0,
                                0,
                                Figures.ofDeeds(
                                        rs.getLong("received_today"),
                                        rs.getLong("handed_over"),
                                        rs.getLong("instituted"),
                                        rs.getLong("refused"))))
                .list();
    }

    /** A part of the reports stored under any of the units, in the custody of the given one. */
    List<CountedReport> files(Collection<String> storedUnits, String custodian, Part part) {
        return jdbc.sql(
                        """
                        SELECT id, :base + version AS version, received_at, open, due_at,
                               received_by, hand_overs, outcome, decided_at, decided_by
                        FROM crime_report
                        WHERE unit_id = ANY (:units)
                          AND id COLLATE "C" > :after
                          AND (:upTo::text IS NULL OR id COLLATE "C" <= :upTo)
                        ORDER BY id COLLATE "C"
                        LIMIT :most
                        """)
                .param("base", base())
                .param("units", storedUnits.toArray(String[]::new))
                .param("after", part.after())
                .param("upTo", part.upTo(), Types.VARCHAR)
                .param("most", Part.MOST)
                .query((rs, row) -> file(rs, custodian))
                .list();
    }

    private static CountedReport file(ResultSet rs, String custodian) throws SQLException {
        return new CountedReport(
                rs.getString("id"),
                custodian,
                rs.getLong("version"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                rs.getBoolean("open"),
                instant(rs, "due_at"),
                rs.getString("received_by"),
                List.of(EventJson.read(rs.getString("hand_overs"), HandOverMade[].class)),
                optional(rs, "outcome"),
                instant(rs, "decided_at"),
                optional(rs, "decided_by"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String optional(ResultSet rs, String column) throws SQLException {
        return rs.getString(column);
    }

    /** What to add to a counter for the version as one number. */
    private long base() {
        return outbox.version(1).asLong() - 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
