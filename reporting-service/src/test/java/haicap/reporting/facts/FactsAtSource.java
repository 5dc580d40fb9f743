package haicap.reporting.facts;

import haicap.platform.recount.Part;
import haicap.platform.writes.DeferredInserts;
import haicap.reporting.files.Fact;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import haicap.reporting.testing.SourceStub;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Both sources at once: a copy of all facts, which what happens here later does not change. */
public final class FactsAtSource implements SourceStub.Holds {

    private final JdbcTemplate jdbc;
    private final Facts table;
    private final CountedFacts facts;

    private FactsAtSource(String url) {
        this.jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
        this.table = new Facts(jdbc, new DeferredInserts(jdbc));
        this.facts =
                new CountedFacts(
                        jdbc,
                        new OriginSums(jdbc, new DeferredInserts(jdbc)),
                        new CustodyTable(jdbc));
    }

    /** Sources that hold what is held here now. */
    public static FactsAtSource as(Reporting reporting) {
        var jdbc = reporting.jdbc();
        jdbc.execute("DROP SCHEMA IF EXISTS source CASCADE");
        jdbc.execute("CREATE SCHEMA source");
        jdbc.execute("CREATE TABLE source.fact (LIKE public.fact INCLUDING ALL)");
        var columns =
                jdbc.queryForObject(
                        """
                        SELECT string_agg(column_name, ', ')
                        FROM information_schema.columns
                        WHERE table_schema = 'source' AND table_name = 'fact'
                          AND is_generated = 'NEVER'
                        """,
                        String.class);
        jdbc.execute(
                "INSERT INTO source.fact (%1$s) SELECT %1$s FROM public.fact".formatted(columns));
        var url = reporting.databaseUrl();
        return new FactsAtSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=source,public");
    }

    /** A file comes, or gets a newer version, at its source. */
    public void save(Fact fact) {
        table.upsert(List.of(fact), Instant.EPOCH);
    }

    @Override
    public List<?> sums(String kind, Instant at) {
        var sums = new HashMap<String, Map<String, Object>>();
        for (var held : facts.holdings()) {
            if (held.kind().equals(kind)) {
                var sum = sum(sums, held.custodian());
                sum.put("files", held.files());
                sum.put("digest", held.digest());
            }
        }
        for (var count : facts.figures(at)) {
            if (count.kind().equals(kind)) {
                figures(sum(sums, count.unitId()))
                        .merge(
                                count.figure().publicName(),
                                count.files(),
                                (one, other) -> (long) one + (long) other);
            }
        }
        return List.copyOf(sums.values());
    }

    private static Map<String, Object> sum(Map<String, Map<String, Object>> sums, String unit) {
        return sums.computeIfAbsent(
                unit,
                id ->
                        new HashMap<>(
                                Map.of(
                                        "unitId",
                                        id,
                                        "files",
                                        0,
                                        "digest",
                                        0,
                                        "figures",
                                        new HashMap<>())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> figures(Map<String, Object> sum) {
        return (Map<String, Object>) sum.get("figures");
    }

    @Override
    public List<?> files(String kind, String unitId, Part part) {
        return facts.heldBy(unitId, kind, part, Part.MOST).values().stream()
                .map(Events::listed)
                .toList();
    }
}
