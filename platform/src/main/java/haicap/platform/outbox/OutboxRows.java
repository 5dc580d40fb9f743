package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox as the relay sees it, and the one row that says how far it has come. */
@Component
class OutboxRows {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    OutboxRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes the position ours under this lease; an older holder can then no longer advance it. */
    Position claim(long leaseNumber) {
        return jdbc
                .query(
                        """
                        UPDATE relay_position
                        SET lease_number = ?
                        WHERE lease_number <= ?
                        RETURNING xid::text, id
                        """,
                        (rs, row) -> new Position(rs.getString(1), rs.getLong(2)),
                        leaseNumber,
                        leaseNumber)
                .stream()
                .findFirst()
                .orElseThrow(() -> new LeaseLost(leaseNumber));
    }

    /**
     * The rows that follow. The order names the table: a bare {@code xid} would be the text beside
     * it, in which 1000 comes before 999.
     */
    List<OutboxRow> after(Position position, int atMost) {
        return jdbc.query(
                """
                SELECT o.xid::text, o.id, topic, key, type, unit, version, at, traceparent, body,
                       o.xid < pg_snapshot_xmin(pg_current_snapshot()) AS ready
                FROM outbox o
                WHERE (o.xid, o.id) > (?::xid8, ?)
                ORDER BY o.xid, o.id
                LIMIT ?
                """,
                OutboxRows::row,
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
                rs.getObject(8, OffsetDateTime.class).toInstant(),
                rs.getString(9),
                rs.getString(10),
                rs.getBoolean(11));
    }

    /**
     * Moves the position, if it is still where this holder left it. Need not be durable: a position
     * lost in a crash of the database means that some rows are sent again.
     */
    void advance(Position from, Position to, long leaseNumber) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("SET LOCAL synchronous_commit = off");
            int moved =
                    jdbc.update(
                            """
                            UPDATE relay_position
                            SET xid = ?::xid8, id = ?
                            WHERE xid = ?::xid8 AND id = ? AND lease_number = ?
                            """,
                            to.xid(),
                            to.id(),
                            from.xid(),
                            from.id(),
                            leaseNumber);
            if (moved == 0) {
                throw new LeaseLost(leaseNumber);
            }
        });
    }

    /** Removes rows that were sent and are older than the given age; a chunk at a time. */
    int forgetSent(Duration age, int atMost) {
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

    Unsent unsent() {
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

    /** A cut through the database: every transaction that it holds lies before {@code xmax}. */
    boolean passed(String xmax) {
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

    /**
     * @param oldestSeconds age of the oldest row that was not sent
     */
    record Unsent(long rows, double oldestSeconds) {}
}
