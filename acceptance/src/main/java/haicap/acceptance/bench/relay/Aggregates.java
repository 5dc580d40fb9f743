package haicap.acceptance.bench.relay;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** The business rows that change beside the events, the same for every contestant. */
final class Aggregates {

    static final int COUNT = 1_000;
    static final String PAYLOAD = "x".repeat(400);
    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final AtomicInteger piles = new AtomicInteger();

    Aggregates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute("CREATE TABLE aggregate (id text PRIMARY KEY, version bigint NOT NULL)");
        jdbc.update(
                "INSERT INTO aggregate SELECT 'live-' || n, 0 FROM generate_series(1, ?) n", COUNT);
    }

    static String id(int number) {
        return "live-" + (1 + number % COUNT);
    }

    /** In the transaction at hand. */
    long change(String id) {
        Long version =
                jdbc.queryForObject(
                        "UPDATE aggregate SET version = version + 1 WHERE id = ? RETURNING version",
                        Long.class,
                        id);
        return java.util.Objects.requireNonNull(version);
    }

    /**
     * Runs an insert again and again, each time for a thousand events of new aggregates in one
     * transaction. It gets a prefix of ids, the first and the last number.
     */
    void pile(String insert, int rows) {
        var pile = piles.incrementAndGet();
        for (var from = 0; from < rows; from += AT_ONCE) {
            var to = Math.min(from + AT_ONCE, rows) - 1;
            jdbc.update(insert, "pile-%d-".formatted(pile), from, to);
        }
    }
}
