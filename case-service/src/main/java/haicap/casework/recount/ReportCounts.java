package haicap.casework.recount;

import haicap.platform.recount.CountedFile;
import haicap.platform.recount.CountedRows;
import haicap.platform.recount.CountedRows.Rows;
import haicap.platform.recount.Counts;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import haicap.platform.time.Hanoi;
import haicap.platform.time.ReportingMonth;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts crime reports from their own table, by predicates of its own. */
@Component
class ReportCounts implements Counts {

    private static final Rows REPORTS =
            new Rows(
                    "SELECT * FROM crime_report",
                    Map.of(
                            "reportsOpen", "open",
                            "reportsDueSoon",
                                    """
                                    open AND due_at > :at AND due_at <= :at + interval '72 hours'
                                    """,
                            "reportsOverdue", "open AND due_at <= :at"));

    private final CountedRows rows;
    private final JdbcClient jdbc;

    ReportCounts(CountedRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public String objectClass() {
        return "CRIME_REPORT";
    }

    @Override
    public List<UnitSums> sums(Instant at) {
        return rows.sums(REPORTS, at);
    }

    /** What each unit did itself, as it is written down, whoever follows it. */
    @Override
    public List<UnitSums> deeds(Instant at) {
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
                                Map.of(
                                        "reportsReceivedToday",
                                        rs.getLong("received_today"),
                                        "reportsHandedOverThisMonth",
                                        rs.getLong("handed_over"),
                                        "reportsInstitutedThisMonth",
                                        rs.getLong("instituted"),
                                        "reportsRefusedThisMonth",
                                        rs.getLong("refused"))))
                .list();
    }

    @Override
    public List<CountedFile> files(Collection<String> storedUnits, String custodian, Part part) {
        return rows.files(REPORTS, storedUnits, custodian, part);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
