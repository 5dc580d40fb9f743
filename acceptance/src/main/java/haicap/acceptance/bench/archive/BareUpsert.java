package haicap.acceptance.bench.archive;

import haicap.acceptance.system.DatabaseServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The same rows, batch by batch and each batch durable, into tables with a key and no more: of each
 * event its fact, that it was told, and its activity in the feed; of each batch the figures of all
 * units and their records in the feed. Nothing is read, compared or sent.
 */
final class BareUpsert implements AutoCloseable {

    private static final String DATABASE = "bench_upsert";
    private static final int BATCH = 2_000;
    private static final String[] UNITS =
            IntStream.range(0, 126).mapToObj("%05d-20250701"::formatted).toArray(String[]::new);

    private static final String TABLES =
            """
            DROP TABLE IF EXISTS fact, told, unit_figures, feed;
            CREATE TABLE fact (
                id text PRIMARY KEY, kind text, version bigint, unit_id text, open boolean,
                began_at timestamptz, due_at timestamptz, received_by text, hand_overs text,
                outcome text, decided_at timestamptz, decided_by text);
            CREATE TABLE told (file_id text, version bigint, PRIMARY KEY (file_id, version));
            CREATE TABLE unit_figures (
                unit_id text PRIMARY KEY, figures jsonb, last_event_at timestamptz);
            CREATE TABLE feed (
                seq bigint PRIMARY KEY, kind text, unit_id text, data text, at timestamptz,
                traceparent text);
            """;

    private static final String UPSERT =
            """
            WITH event AS MATERIALIZED (
                SELECT *
                FROM unnest(?::text[], ?::text[]) AS event (id, unit)),
            facts AS (
                INSERT INTO fact AS known
                SELECT id, 'CRIME_REPORT', 1, unit, false, now(), NULL, unit, '', 'NOT_INSTITUTED', now(),
                       unit
                FROM event
                ON CONFLICT (id) DO UPDATE
                SET version = excluded.version, open = excluded.open
                WHERE known.version < excluded.version),
            told AS (
                INSERT INTO told
                SELECT id, 1
                FROM event),
            counted AS (
                INSERT INTO unit_figures
                SELECT unit, jsonb_build_object('reportsOpen', ?::bigint), now()
                FROM unnest(?::text[]) AS unit
                ON CONFLICT (unit_id) DO UPDATE
                SET figures = excluded.figures, last_event_at = excluded.last_event_at)
            INSERT INTO feed
            SELECT ? + row_number() OVER (), kind, unit, data, now(),
                   '00-' || repeat('a', 32) || '-' || repeat('b', 16) || '-01'
            FROM (
                SELECT 'unit' AS kind, unit, repeat('x', 700) AS data
                FROM unnest(?::text[]) AS unit
                UNION ALL
                SELECT 'activity', unit, repeat('x', 140)
                FROM event) AS record
            """;

    private final DatabaseServer server;

    BareUpsert(DatabaseServer server) throws SQLException {
        this.server = server;
        server.create(DATABASE);
    }

    /** Events per second. */
    double perSecond(long events) throws SQLException {
        try (var connection = server.connect(DATABASE);
                var tables = connection.createStatement();
                var upsert = connection.prepareStatement(UPSERT)) {
            tables.execute(TABLES);
            var begun = System.nanoTime();
            for (var from = 0L; from < events; from += BATCH) {
                save(connection, upsert, from, Math.min(from + BATCH, events));
            }
            return events / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static void save(Connection connection, PreparedStatement upsert, long from, long until)
            throws SQLException {
        var ids = LongStream.range(from, until).mapToObj(n -> "old-" + n).toArray(String[]::new);
        var units =
                LongStream.range(from, until)
                        .mapToObj(n -> UNITS[(int) (n % UNITS.length)])
                        .toArray(String[]::new);
        var all = connection.createArrayOf("text", UNITS);
        upsert.setArray(1, connection.createArrayOf("text", ids));
        upsert.setArray(2, connection.createArrayOf("text", units));
        upsert.setLong(3, until);
        upsert.setArray(4, all);
        upsert.setLong(5, from / BATCH * (BATCH + UNITS.length));
        upsert.setArray(6, all);
        upsert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        server.drop(DATABASE);
    }
}
