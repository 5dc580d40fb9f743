package haicap.acceptance.bench.archive;

import haicap.acceptance.system.RunningSystem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** How much of the archive reporting has taken in. */
final class Heard implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Connection connection;

    Heard(RunningSystem system) throws SQLException {
        connection = system.postgres().connect("reporting");
    }

    /** Messages of the topic that are applied. */
    long applied() throws SQLException {
        try (var query =
                        connection.prepareStatement(
                                """
                                SELECT sum(next_offset)
                                FROM inbox_position
                                WHERE feed = 'files' AND topic = 'haicap.case.v1'
                                """);
                var sum = query.executeQuery()) {
            sum.next();
            return sum.getLong(1);
        }
    }

    /**
     * Waits until so many messages are applied, as long as there is progress; gives the instant by
     * the monotonic clock.
     */
    long await(long messages) throws SQLException, InterruptedException {
        var seen = applied();
        var since = System.nanoTime();
        while (seen < messages) {
            if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException("reporting does not take in the archive");
            }
            TimeUnit.MILLISECONDS.sleep(10);
            var now = applied();
            if (now > seen) {
                seen = now;
                since = System.nanoTime();
            }
        }
        return System.nanoTime();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
