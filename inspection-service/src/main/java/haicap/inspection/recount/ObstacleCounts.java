package haicap.inspection.recount;

import haicap.inspection.recount.UnitSums.Figures;
import haicap.platform.outbox.Outbox;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts obstacles by the unit that raised them. */
@Component
class ObstacleCounts {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    ObstacleCounts(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * Sums per raising unit. The digest hashes of each obstacle {@code id|version|raisedAt|open}:
     * the version as a number, the instant in microseconds of the epoch.
     */
    List<UnitSums> sums() {
        return jdbc.sql(
                        """
                        SELECT unit_id,
                               count(*) AS files,
                               bit_xor(hashtextextended(
                                   concat(id, '|', :base + version, '|',
                                          (extract(epoch FROM raised_at) * 1000000)::bigint, '|',
                                          open::text),
                                   0)) AS digest,
                               count(*) FILTER (WHERE open) AS open
                        FROM obstacle
                        GROUP BY unit_id
                        """)
                .param("base", base())
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                rs.getLong("files"),
                                rs.getLong("digest"),
                                new Figures(rs.getLong("open"))))
                .list();
    }

    /** The obstacles raised by any of the units, shown as matters of the given one. */
    List<CountedObstacle> files(Collection<String> storedUnits, String custodian) {
        return jdbc.sql(
                        """
                        SELECT id, :base + version AS version, raised_at, open
                        FROM obstacle
                        WHERE unit_id = ANY (:units)
                        ORDER BY id
                        """)
                .param("base", base())
                .param("units", storedUnits.toArray(String[]::new))
                .query((rs, row) ->
                        new CountedObstacle(
                                rs.getString("id"),
                                custodian,
                                rs.getLong("version"),
                                rs.getObject("raised_at", OffsetDateTime.class).toInstant(),
                                rs.getBoolean("open")))
                .list();
    }

    /** What to add to a counter for the version as one number. */
    private long base() {
        return outbox.version(1).asLong() - 1;
    }
}
