package haicap.acceptance.bench.archive;

import haicap.acceptance.system.DatabaseServer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The same rows, batch by batch and each batch durable, into a table with a key and no more. */
final class BareUpsert implements AutoCloseable {

    private static final String DATABASE = "bench_upsert";
    private static final int BATCH = 500;

    private final DatabaseServer server;

    BareUpsert(DatabaseServer server) throws SQLException {
        this.server = server;
        server.create(DATABASE);
    }

    /** Rows per second. */
    double perSecond(long rows) throws SQLException {
        try (var connection = server.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS fact");
            statement.execute(
                    """
                    CREATE TABLE fact (
                        id text PRIMARY KEY, kind text, version bigint, unit_id text, open boolean,
                        began_at timestamptz, due_at timestamptz, received_by text,
                        hand_overs text, outcome text, decided_at timestamptz, decided_by text)
                    """);
            try (var upsert =
                    connection.prepareStatement(
                            """
                            INSERT INTO fact AS known
                            SELECT id, 'CRIME_REPORT', 1, unit, false, now(), NULL, unit, '',
                                   'REFUSED', now(), unit
                            FROM unnest(?::text[], ?::text[]) AS told (id, unit)
                            ON CONFLICT (id) DO UPDATE
                            SET version = excluded.version, open = excluded.open
                            WHERE known.version < excluded.version
                            """)) {
                var begun = System.nanoTime();
                for (var from = 0L; from < rows; from += BATCH) {
                    var ids =
                            LongStream.range(from, Math.min(from + BATCH, rows))
                                    .mapToObj(n -> "old-" + n)
                                    .toArray(String[]::new);
                    var units = ids.clone();
                    Arrays.fill(units, "00004-20250701");
                    upsert.setArray(1, connection.createArrayOf("text", ids));
                    upsert.setArray(2, connection.createArrayOf("text", units));
                    upsert.executeUpdate();
                }
                return rows / ((System.nanoTime() - begun) / 1e9);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        server.drop(DATABASE);
    }
}
