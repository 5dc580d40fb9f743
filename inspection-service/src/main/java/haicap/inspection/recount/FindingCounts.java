package haicap.inspection.recount;

import haicap.platform.recount.Part;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts findings by the unit of their owner. */
@Component
class FindingCounts implements Counts {

    /** What figures depend on of one finding. */
    record Counted(
            String id,
            String unitId,
            long version,
            Instant recordedAt,
            boolean open,
            @Nullable Instant dueAt) {}

    private final JdbcClient jdbc;
    private final Base base;

    FindingCounts(JdbcClient jdbc, Base base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    @Override
    public Kind kind() {
        return Kind.FINDING;
    }

    /**
     * The digest hashes of each finding the record {@code (id, version, recordedAt, open, dueAt)}:
     * the version as one number, no due instant once the remedy is completed.
     */
    @Override
    public List<UnitSums> sums(Instant at) {
        return jdbc.sql(
                        """
                        SELECT unit_id,
                               count(*) AS files,
                               bit_xor(hashint8extended(
                                   :base + version,
                                   hash_record_extended(
                                       ROW(id, recorded_at, state <> 'CLOSED', due_at), 0)))
                                   AS digest,
                               count(*) FILTER (WHERE state <> 'CLOSED') AS open,
                               count(*) FILTER (WHERE due_at <= :at) AS overdue
                        FROM (
                            SELECT *,
                                   CASE WHEN state = 'OPEN' THEN
                                       (due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                                   END AS due_at
                            FROM finding) AS counted
                        GROUP BY unit_id
                        """)
                .param("base", base.version())
                .param("at", Base.utc(at))
                .query((rs, row) ->
                        new UnitSums(
                                rs.getString("unit_id"),
                                rs.getLong("files"),
                                rs.getLong("digest"),
                                Map.of(
                                        "findingsOpen", rs.getLong("open"),
                                        "findingsOverdue", rs.getLong("overdue"))))
                .list();
    }

    @Override
    public List<Counted> files(Collection<String> storedUnits, String custodian, Part part) {
        return jdbc.sql(
                        """
                        SELECT id, :base + version AS version, recorded_at, state,
                               CASE WHEN state = 'OPEN' THEN
                                   (due_on + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                               END AS due_at
                        FROM finding
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
                                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                !rs.getString("state").equals("CLOSED"),
                                Base.instant(rs, "due_at")))
                .list();
    }
}
