package haicap.platform.outbox;

import haicap.platform.outbox.OutboxRow.Position;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The one row that says how far the relay has come, and under which lease. */
@Component
class RelayPosition {

    private final JdbcTemplate jdbc;

    RelayPosition(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
                        SET xid = ?::xid8, id = ?
                        FROM quickly
                        WHERE setting = 'off' AND xid = ?::xid8 AND id = ? AND lease_number = ?
                        """,
                        to.xid(),
                        to.id(),
                        from.xid(),
                        from.id(),
                        leaseNumber);
        if (moved == 0) {
            throw new LeaseLost(leaseNumber);
        }
    }
}
