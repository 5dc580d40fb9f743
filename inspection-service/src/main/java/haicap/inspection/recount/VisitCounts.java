package haicap.inspection.recount;

import haicap.platform.recount.Part;
import haicap.platform.time.Hanoi;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final Base base;

    VisitCounts(JdbcClient jdbc, Base base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    @Override
    public Kind kind() {
        return Kind.VISIT;
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
                .param("base", base.version())
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
                .param("base", base.version())
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
                                Base.instant(rs, "concluded_at")))
                .list();
    }
}
