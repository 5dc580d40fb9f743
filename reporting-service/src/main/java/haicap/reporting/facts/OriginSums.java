package haicap.reporting.facts;

import haicap.platform.writes.DeferredInserts;
import haicap.reporting.facts.Tally.Sum;
import haicap.reporting.figures.Figure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How much of what is stored at each origin counts in each figure of its custodian. They change
 * with the figures of units, in the same commit, so custody moves sums and reads no fact.
 */
@Component
class OriginSums {

    private final JdbcTemplate jdbc;
    private final DeferredInserts deferredInserts;

    OriginSums(JdbcTemplate jdbc, DeferredInserts deferredInserts) {
        this.jdbc = jdbc;
        this.deferredInserts = deferredInserts;
    }

    /** So many more or fewer, at the end of the transaction. */
    void add(Map<Sum, Long> more) {
        if (!more.isEmpty()) {
            var sums = List.copyOf(more.keySet());
            deferredInserts.add(
                    """
                    INSERT INTO origin_sum AS known (unit_id, kind, figure, files)
                    SELECT *
                    FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                    ON CONFLICT (unit_id, kind, figure)
                        DO UPDATE SET files = known.files + excluded.files
                    """,
                    FactTexts.texts(sums, sum -> sum.origin().unitId()),
                    FactTexts.texts(sums, sum -> sum.origin().kind()),
                    FactTexts.texts(sums, sum -> sum.figure().publicName()),
                    sums.stream().map(more::get).toArray(Long[]::new));
        }
    }

    /** From now on these are all. */
    void replace(Map<Sum, Long> all) {
        jdbc.update("DELETE FROM origin_sum");
        add(all);
    }

    /** The sums of these origins. */
    Map<Sum, Long> of(Collection<Origin> origins) {
        var asked = List.copyOf(origins);
        return sums(
                """
                SELECT unit_id, kind, figure, files
                FROM origin_sum
                JOIN unnest(?::text[], ?::text[]) AS origin (unit_id, kind) USING (unit_id, kind)
                WHERE files <> 0
                """,
                FactTexts.texts(asked, Origin::unitId),
                FactTexts.texts(asked, Origin::kind));
    }

    /** Every sum that is not zero. */
    Map<Sum, Long> all() {
        return sums("SELECT unit_id, kind, figure, files FROM origin_sum WHERE files <> 0");
    }

    private Map<Sum, Long> sums(String sql, Object... args) {
        var sums = new HashMap<Sum, Long>();
        jdbc.query(
                sql,
                rs -> {
                    var origin = new Origin(rs.getString("unit_id"), rs.getString("kind"));
                    var figure = Figure.named(rs.getString("figure"));
                    if (figure.isPresent()) {
                        sums.put(new Sum(origin, figure.get()), rs.getLong("files"));
                    }
                },
                args);
        return sums;
    }
}
