package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one row that says how far a relay has come, and under which lease. */
final class RelayPosition {

    private final JdbcTemplate jdbc;
    private final String relay;

    RelayPosition(JdbcTemplate jdbc, String relay) {
        this.jdbc = jdbc;
        this.relay = relay;
    }

    /** Makes the position ours under this lease; an older holder can then no longer advance it. */
    Position claim(long leaseNumber) {
        return jdbc
                .query(
                        """
                        INSERT INTO relay_position AS p (relay, incarnation, xid, id, lease_number)
                        VALUES (?, 0, '0', 0, ?)
                        ON CONFLICT (relay) DO UPDATE
                        SET lease_number = excluded.lease_number
                        WHERE p.lease_number <= excluded.lease_number
                        RETURNING incarnation, xid::text, id
                        """,
                        (rs, row) -> new Position(rs.getInt(1), rs.getString(2), rs.getLong(3)),
                        relay,
                        leaseNumber)
                .stream()
                .findFirst()
                .orElseThrow(() -> new LeaseLost(leaseNumber));
    }

    /**
     * Moves the position, if it is still where this holder left it. Need not be durable: a position
     * lost in a crash of the database means that some rows are sent again.
     */
    void advance(Position from, Position to, long leaseNumber) {
        int moved =
                jdbc.update(
                        """
                        WITH quickly AS MATERIALIZED (
                            SELECT set_config('synchronous_commit', 'off', true) AS setting)
                        UPDATE relay_position
                        SET incarnation = ?, xid = ?::xid8, id = ?
                        FROM quickly
                        WHERE setting = 'off' AND relay = ?
                          AND incarnation = ? AND xid = ?::xid8 AND id = ? AND lease_number = ?
                        """,
                        to.incarnation(),
                        to.xid(),
                        to.id(),
                        relay,
                        from.incarnation(),
                        from.xid(),
                        from.id(),
                        leaseNumber);
        if (moved == 0) {
            throw new LeaseLost(leaseNumber);
        }
    }

    /** Whether the relay has come to this place or beyond it, in this life of the database. */
    boolean hasPassed(Position position) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        SELECT EXISTS (
                            SELECT
                            FROM relay_position p
                            WHERE relay = ?
                              AND (p.incarnation, p.xid, p.id) >= (?, ?::xid8, ?))
                        """,
                        Boolean.class,
                        relay,
                        position.incarnation(),
                        position.xid(),
                        position.id()));
    }
}
