package haicap.inspection.recount;

import haicap.platform.outbox.Outbox;
import haicap.platform.recount.Counts;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import haicap.platform.time.Hanoi;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts visits by the unit visited. */
@Component
class VisitCounts implements Counts {

    /** What figures depend on of one visit. */
    record Counted(
            String id,
            String unitId,
            long version,
            LocalDate campaignFrom,
            LocalDate campaignTo,
            @Nullable Instant concludedAt) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;

    VisitCounts(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    @Override
    public String objectClass() {
        return "VISIT";
    }

    /** Figures stay with the unit that was visited; only the files pass to its heir. */
    @Override
    public Stream<UnitSums> attributed(UnitSums stored, String custodian) {
        return Stream.of(stored.filesOnly().in(custodian), stored.figuresOnly());
    }

    /**
     * The digest hashes of each visit the record {@code (id, version, campaignFrom, campaignTo,
     * concluded)}: the version as one number. The campaign's days are taken from the campaign.
     */
    @Override
    public List<UnitSums> sums(Instant at) {
        return jdbc.sql(
                        """
                        SELECT unit_id,
                               count(*) AS files,
                               bit_xor(hashint8extended(
                                   :base + visit.version,
                                   hash_record_extended(
                                       ROW(visit.id, starts_on, ends_on,
                                           visit.state = 'CONCLUDED'),
                                       0))) AS digest,
                               count(*) FILTER (
                                   WHERE visit.state = 'CONCLUDED'
                                     AND starts_on <= :day AND ends_on >= :day) AS concluded
                        FROM visit
                        JOIN campaign ON campaign.id = campaign_id
                        GROUP BY unit_id
                        """)
                .param("base", base())
                .param("day", Hanoi.dayOf(at))
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                rs.getLong("files"),
                                rs.getLong("digest"),
                                Map.of("visitsConcluded", rs.getLong("concluded"))))
                .list();
    }

    @Override
    public List<Counted> files(Collection<String> storedUnits, String custodian, Part part) {
        return jdbc.sql(
                        """
                        SELECT id, :base + version AS version, campaign_from, campaign_to,
                               concluded_at
                        FROM visit
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
                .query((rs, row) ->
                        new Counted(
                                rs.getString("id"),
                                custodian,
                                rs.getLong("version"),
                                rs.getObject("campaign_from", LocalDate.class),
                                rs.getObject("campaign_to", LocalDate.class),
                                instant(rs, "concluded_at")))
                .list();
    }

    /** What to add to a counter for the version as one number. */
    private long base() {
        return outbox.version(1).asLong() - 1;
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
