package haicap.acceptance.bench.archive;

import haicap.acceptance.bench.Stage;
import haicap.acceptance.system.DatabaseServer;
import haicap.acceptance.system.RunningSystem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * Crime reports of the last year in case-service's own tables, nine of ten long decided. They are
 * written past the public door, as no caller could: a million of them by POST would take an hour.
 * What the topic says of them is told by {@link Telling}.
 */
final class Archive {

    private static final String DATABASE = "case_service";
    private static final int AT_ONCE = 20_000;

    private final RunningSystem system;
    private final DatabaseServer server;
    private final String units;

    Archive(Stage stage) {
        this.system = stage.system();
        this.server = system.postgres();
        this.units = stage.units().stream().map(unit -> unit.id()).collect(Collectors.joining(","));
    }

    /** How many there are. */
    long size() throws SQLException {
        try (var connection = server.connect(DATABASE);
                var count =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        SELECT count(*) FROM record WHERE id LIKE 'old-%'
                                        """)) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Adds so many and tells of them; returns when the broker has them. */
    void add(long count) throws SQLException {
        var first = size();
        try (var connection = server.connect(DATABASE);
                var telling = new Telling(system.kafka())) {
            for (var from = first; from < first + count; from += AT_ONCE) {
                var until = Math.min(from + AT_ONCE, first + count);
                insert(connection, from, until);
                telling.tell(connection, from, until);
            }
        }
    }

    /** In short transactions: a long one holds up every relay of the server. */
    private void insert(Connection connection, long from, long until) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        WITH told AS (
                        INSERT INTO record
                            (id, number, kind, version, schema_version, unit_id, state, open, opened_at,
                             ended_at, due_at, body, texts, public)
                        SELECT 'old-' || n, number, 'crime-report', 1, 1, unit,
                               CASE WHEN open THEN 'RECEIVED' ELSE 'NOT_INSTITUTED' END, open,
                               received_at,
                               CASE WHEN NOT open THEN received_at + interval '9 days' END,
                               CASE WHEN open THEN received_at + interval '7 days' END,
                               jsonb_strip_nulls(jsonb_build_object(
                                   'state', CASE WHEN open THEN 'RECEIVED' ELSE 'NOT_INSTITUTED' END,
                                   'holder', 'COMMUNE', 'receivedBy', unit, 'category', 'SO',
                                   'channel', 'IN_PERSON', 'urgent', false,
                                   'occurredOn', received_at::date, 'handOvers', '[]'::jsonb,
                                   'conclusion', CASE WHEN NOT open THEN jsonb_build_object(
                                       'outcome', 'NOT_INSTITUTED',
                                       'at', utc(received_at + interval '9 days'),
                                       'byUnitId', unit) END)),
                               '{"summary": "Mất trộm xe máy tại chợ"}',
                               jsonb_strip_nulls(jsonb_build_object(
                                   'number', number,
                                   'state', CASE WHEN open THEN 'RECEIVED' ELSE 'NOT_INSTITUTED' END,
                                   'open', open, 'category', 'SO', 'channel', 'IN_PERSON',
                                   'urgent', false, 'occurredOn', received_at::date,
                                   'receivedAt', utc(received_at),
                                   'dueAt', utc(CASE WHEN open THEN
                                       received_at + interval '7 days' END),
                                   'dueRule', CASE WHEN open THEN 'HANDOVER_7D' END,
                                   'receivedBy', unit, 'handOvers', '[]'::jsonb,
                                   'outcome', CASE WHEN NOT open THEN 'NOT_INSTITUTED' END,
                                   'decidedAt', utc(CASE WHEN NOT open THEN
                                       received_at + interval '9 days' END),
                                   'decidedBy', CASE WHEN NOT open THEN unit END))
                        FROM (
                            SELECT n, 'OLD/TB/2025/' || to_char(n, 'FM0000000') AS number,
                                   (string_to_array(?, ','))[1 + n % ?] AS unit,
                                   n % 10 = 0 AS open,
                                   date_trunc('minute', now())
                                       - (20 + n % 345) * interval '1 day'
                                       - (n % 1440) * interval '1 minute' AS received_at
                            FROM generate_series(?::bigint, ?::bigint - 1) AS n) AS old
                        RETURNING id, opened_at, due_at)
                        INSERT INTO record_clock
                            (record_id, rule, rule_version, started_at, due_at, earliest_at,
                             obliges, steps)
                        SELECT id, 'HANDOVER_7D', 2, opened_at, due_at, due_at, 'COMMUNE', '[]'
                        FROM told
                        WHERE due_at IS NOT NULL
                        """
                                .replaceAll(
                                        "utc\\(([^()]+)\\)",
                                        "to_char(($1) AT TIME ZONE 'UTC',"
                                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"))) {
            insert.setString(1, units);
            insert.setInt(2, units.split(",").length);
            insert.setLong(3, from);
            insert.setLong(4, until);
            insert.executeUpdate();
        }
    }
}
