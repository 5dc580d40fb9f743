package haicap.acceptance.bench.relay;

import org.springframework.jdbc.core.JdbcTemplate;

/** Reads rows in batches and advances a position: what remains of a relay without a broker. */
final class BareLoop {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    BareLoop(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                "CREATE TABLE IF NOT EXISTS loop_position (incarnation int, xid xid8, id bigint)");
        jdbc.execute("TRUNCATE loop_position");
        jdbc.update("INSERT INTO loop_position SELECT incarnation, xid, id FROM relay_position");
    }

    /** Rows per second over all rows that wait. */
    double perSecond() {
        var begun = System.nanoTime();
        var rows = 0L;
        for (var read = batch(); read > 0; read = batch()) {
            rows += read;
        }
        return rows / ((System.nanoTime() - begun) / 1e9);
    }

    private int batch() {
        var read =
                jdbc.query(
                        """
                        SELECT o.incarnation, o.xid::text, o.id, o.topic, o.key, o.aggregate, o.type, o.unit,
                               o.version, o.at, o.traceparent, o.body
                        FROM outbox o, loop_position p
                        WHERE (o.incarnation, o.xid, o.id) > (p.incarnation, p.xid, p.id)
                        ORDER BY o.incarnation, o.xid, o.id
                        LIMIT ?
                        """,
                        (rs, row) -> {
                            for (var column = 4; column <= 12; column++) {
                                rs.getString(column);
                            }
                            return new Object[] {rs.getInt(1), rs.getString(2), rs.getLong(3)};
                        },
                        BATCH);
        if (!read.isEmpty()) {
            jdbc.update(
                    "UPDATE loop_position SET incarnation = ?, xid = ?::xid8, id = ?",
                    read.getLast());
        }
        return read.size();
    }
}
