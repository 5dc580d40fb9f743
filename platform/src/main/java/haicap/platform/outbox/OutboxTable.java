package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The outbox as the relay sees it. */
@Component
class OutboxTable implements OutboxRows {

    private static final String NAME = "outbox";

    /** Up to where the relay has sent; before the first row when it has sent nothing. */
    private static final String SENT =
            """
            SELECT coalesce(p.incarnation, 0) AS incarnation, coalesce(p.xid, '0') AS xid,
                   coalesce(p.id, 0) AS id
            FROM (VALUES (?)) AS asked (relay)
            LEFT JOIN relay_position p USING (relay)
            """;

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * {@inheritDoc} The order names the table: a bare {@code xid} would be the text beside it, in
     * which 1000 comes before 999. Nobody writes in the name of an older incarnation any more, so
     * what it has left is ready, however its transaction ids compare with those of today.
     */
    @Override
    public List<OutboxRow> after(Position position, int atMost) {
        return jdbc.query(
                """
                SELECT o.incarnation, o.xid::text, o.id, topic, partition, key, aggregate, type, unit,
                       version, at, traceparent, body,
                       o.incarnation < i.number
                           OR o.xid < pg_snapshot_xmin(pg_current_snapshot()) AS ready
                FROM outbox o, incarnation i
                WHERE (o.incarnation, o.xid, o.id) > (?, ?::xid8, ?)
                ORDER BY o.incarnation, o.xid, o.id
                LIMIT ?
                """,
                OutboxTable::row,
                position.incarnation(),
                position.xid(),
                position.id(),
                atMost);
    }

    private static OutboxRow row(ResultSet rs, int number) throws SQLException {
        return new OutboxRow(
                new Position(rs.getInt(1), rs.getString(2), rs.getLong(3)),
                rs.getString(4),
                rs.getObject(5, Integer.class),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getObject(11, OffsetDateTime.class).toInstant(),
                rs.getString(12),
                rs.getString(13),
                rs.getBoolean(14));
    }

    @Override
    public boolean has(Position position, String key, String traceparent) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        SELECT EXISTS (
                            SELECT FROM outbox
                            WHERE incarnation = ? AND xid = ?::xid8 AND id = ?
                              AND key = ? AND traceparent = ?)
                        """,
                        Boolean.class,
                        position.incarnation(),
                        position.xid(),
                        position.id(),
                        key,
                        traceparent));
    }

    @Override
    public int forgetSent(Duration age, int atMost) {
        return jdbc.update(
                """
                DELETE FROM outbox
                WHERE (incarnation, xid, id) IN (
                    SELECT o.incarnation, o.xid, o.id
                    FROM outbox o
                    JOIN relay_position p ON p.relay = ?
                    WHERE (o.incarnation, o.xid, o.id) <= (p.incarnation, p.xid, p.id)
                      AND o.written_at < now() - make_interval(secs => ?)
                    ORDER BY o.incarnation, o.xid, o.id
                    LIMIT ?)
                """,
                NAME,
                age.toSeconds(),
                atMost);
    }

    @Override
    public Unsent unsent() {
        return jdbc.query(
                        """
                        SELECT count(o.id),
                               coalesce(extract(epoch FROM clock_timestamp() - min(o.written_at)), 0)
                        FROM (%s) AS sent
                        LEFT JOIN LATERAL (
                            SELECT id, written_at
                            FROM outbox
                            WHERE (incarnation, xid, id) > (sent.incarnation, sent.xid, sent.id)
                        ) AS o ON true
                        """
                                .formatted(SENT),
                        (rs, row) -> new Unsent(rs.getLong(1), rs.getDouble(2)),
                        NAME)
                .getFirst();
    }

    @Override
    public boolean passed(String xmax) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        SELECT NOT EXISTS (
                            SELECT
                            FROM (%s) AS sent
                            CROSS JOIN incarnation i
                            CROSS JOIN LATERAL (
                                SELECT
                                FROM outbox o
                                WHERE (o.incarnation, o.xid, o.id)
                                    > (sent.incarnation, sent.xid, sent.id)
                                  AND (o.incarnation < i.number OR o.xid < ?::xid8)
                                LIMIT 1) AS unsent)
                        """
                                .formatted(SENT),
                        Boolean.class,
                        NAME,
                        xmax));
    }
}
