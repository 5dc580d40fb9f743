package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The outbox as the relay sees it. */
@Fallback
@Component
class OutboxTable implements OutboxRows {

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@inheritDoc} The order names the table: a bare {@code xid} would be the text beside it, in
     * which 1000 comes before 999.
     */
    @Override
    public List<OutboxRow> after(Position position, int atMost) {
        return jdbc.query(
                """
                SELECT o.xid::text, o.id, topic, key, aggregate, type, unit, version, at,
                       traceparent, body,
                       o.xid < pg_snapshot_xmin(pg_current_snapshot()) AS ready
                FROM outbox o
                WHERE (o.xid, o.id) > (?::xid8, ?)
                ORDER BY o.xid, o.id
                LIMIT ?
                """,
                OutboxTable::row,
                position.xid(),
                position.id(),
                atMost);
    }

    private static OutboxRow row(ResultSet rs, int number) throws SQLException {
        return new OutboxRow(
                new Position(rs.getString(1), rs.getLong(2)),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getObject(9, OffsetDateTime.class).toInstant(),
                rs.getString(10),
                rs.getString(11),
                rs.getBoolean(12));
    }

    @Override
    public int forgetSent(Duration age, int atMost) {
        return jdbc.update(
                """
                DELETE FROM outbox
                WHERE (xid, id) IN (
                    SELECT o.xid, o.id
                    FROM outbox o, relay_position p
                    WHERE (o.xid, o.id) <= (p.xid, p.id)
                      AND o.written_at < now() - make_interval(secs => ?)
                    ORDER BY o.xid, o.id
                    LIMIT ?)
                """,
                age.toSeconds(),
                atMost);
    }

    @Override
    public Unsent unsent() {
        return jdbc.query(
                        """
                        SELECT count(*),
                               coalesce(extract(epoch FROM clock_timestamp() - min(o.written_at)), 0)
                        FROM outbox o, relay_position p
                        WHERE (o.xid, o.id) > (p.xid, p.id)
                        """,
                        (rs, row) -> new Unsent(rs.getLong(1), rs.getDouble(2)))
                .getFirst();
    }

    @Override
    public boolean passed(String xmax) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        SELECT NOT EXISTS (
                                   SELECT FROM outbox o, relay_position p
                                   WHERE (o.xid, o.id) > (p.xid, p.id) AND o.xid < ?::xid8)
                        """,
                        Boolean.class,
                        xmax));
    }
}
