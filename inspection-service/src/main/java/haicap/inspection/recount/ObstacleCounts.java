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

/** Counts obstacles by the unit that raised them. */
@Component
class ObstacleCounts implements Counts {

    /** What figures depend on of one obstacle. */
    record Counted(
            String id,
            String unitId,
            long version,
            Instant raisedAt,
            boolean open,
            @Nullable Instant answerDueAt) {}

    private final JdbcClient jdbc;
    private final Base base;

    ObstacleCounts(JdbcClient jdbc, Base base) {
        this.jdbc = jdbc;
        this.base = base;
    }

    @Override
    public Kind kind() {
        return Kind.OBSTACLE;
    }

    /**
     * The digest hashes of each obstacle the record {@code (id, version, raisedAt, open,
     * answerDueAt)}: the version as one number, null while no answer is due. What is due is taken
     * from the clocks, not from what the obstacle says of them.
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
                                       ROW(id, raised_at, state <> 'CONFIRMED', due_at), 0)))
                                   AS digest,
                               count(*) FILTER (WHERE state <> 'CONFIRMED') AS open,
                               count(*) FILTER (WHERE state <> 'CONFIRMED' AND due_at <= :at)
                                   AS overdue
                        FROM obstacle
                        LEFT JOIN (
                            SELECT file_id, min(due_at) AS due_at
                            FROM clock
                            WHERE rule LIKE 'OBSTACLE\\_ANSWER\\_%' AND met_at IS NULL
                            GROUP BY file_id) AS answer ON file_id = id
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
                                        "obstaclesOpen", rs.getLong("open"),
                                        "obstaclesOverdue", rs.getLong("overdue"))))
                .list();
    }

    @Override
    public List<Counted> files(Collection<String> storedUnits, String custodian, Part part) {
        return jdbc.sql(
                        """
                        SELECT id, :base + version AS version, raised_at, state,
                               (SELECT min(due_at)
                                FROM clock
                                WHERE file_id = id
                                  AND rule LIKE 'OBSTACLE\\_ANSWER\\_%' AND met_at IS NULL) AS due_at
                        FROM obstacle
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
                                rs.getObject("raised_at", OffsetDateTime.class).toInstant(),
                                !rs.getString("state").equals("CONFIRMED"),
                                Base.instant(rs, "due_at")))
                .list();
    }
}
