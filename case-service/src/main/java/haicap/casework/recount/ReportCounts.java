package haicap.casework.recount;

import haicap.casework.recount.UnitSums.Figures;
import haicap.platform.outbox.Outbox;
import haicap.platform.time.Hanoi;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts crime reports by the unit that received them. */
@Component
class ReportCounts {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ReportCounts(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * Sums per receiving unit, by the predicates of the figures at the instant. The digest hashes
     * of each report {@code id|version|receivedAt|open|dueAt}: the version as a number, instants in
     * microseconds of the epoch, nothing for no due instant.
     */
    List<UnitSums> sums(Instant at) {
        var today = Hanoi.dayOf(at);
        return jdbc.sql(
                        """
                        SELECT unit_id,
                               count(*) AS files,
                               bit_xor(hashtextextended(
                                   concat(id, '|', :base + version, '|',
                                          (extract(epoch FROM received_at) * 1000000)::bigint, '|',
                                          open::text, '|',
                                          (extract(epoch FROM due_at) * 1000000)::bigint),
                                   0)) AS digest,
                               count(*) FILTER (
                                   WHERE received_at >= :today AND received_at < :tomorrow)
                                   AS received_today,
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
                .param("today", utc(Hanoi.startOf(today)))
                .param("tomorrow", utc(Hanoi.startOf(today.plusDays(1))))
                .query((rs, row) -> sums(rs))
                .list();
    }

    private static UnitSums sums(ResultSet rs) throws SQLException {
        return new UnitSums(
                rs.getString("unit_id"),
                rs.getLong("files"),
                rs.getLong("digest"),
                new Figures(
                        rs.getLong("received_today"),
                        rs.getLong("open"),
                        rs.getLong("due_soon"),
                        rs.getLong("overdue")));
    }

    /** The reports received by any of the units, shown in the custody of the given one. */
    List<CountedReport> files(Collection<String> storedUnits, String custodian) {
        return jdbc.sql(
                        """
                        SELECT id, :base + version AS version, received_at, open, due_at
                        FROM crime_report
                        WHERE unit_id = ANY (:units)
                        ORDER BY id
                        """)
                .param("base", base())
                .param("units", storedUnits.toArray(String[]::new))
                .query((rs, row) -> {
                    var due = rs.getObject("due_at", OffsetDateTime.class);
                    return new CountedReport(
                            rs.getString("id"),
                            custodian,
                            rs.getLong("version"),
                            rs.getObject("received_at", OffsetDateTime.class).toInstant(),
                            rs.getBoolean("open"),
                            due == null ? null : due.toInstant());
                })
                .list();
    }

    /** What to add to a counter for the version as one number. */
    private long base() {
        return outbox.version(1).asLong() - 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
