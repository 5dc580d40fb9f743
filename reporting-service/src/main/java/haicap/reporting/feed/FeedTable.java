package haicap.reporting.feed;

import haicap.platform.outbox.Incarnation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The feed as it is kept: for clients that resume, and for replicas that missed a record. */
@Component
class FeedTable {

    private final JdbcTemplate jdbc;
    private final Incarnation epoch;

    FeedTable(JdbcTemplate jdbc, Incarnation incarnation) {
        this.jdbc = jdbc;
        this.epoch = incarnation;
    }

    /** The position of that number in the present epoch. */
    Position position(long seq) {
        return new Position(epoch.number(), seq);
    }

    /** Number of the newest record. */
    long newest() {
        return jdbc.queryForList("SELECT seq FROM picture", Long.class).getFirst();
    }

    /** What follows a number, in order. */
    List<FeedRecord> after(long seq, int atMost) {
        return jdbc.query(
                """
                SELECT seq, kind, unit_id, data
                FROM feed
                WHERE epoch = ? AND seq > ?
                ORDER BY seq
                LIMIT ?
                """,
                this::told,
                epoch.number(),
                seq,
                atMost);
    }

    /**
     * The changes of figures that were told in a stretch of the feed, each without what a later one
     * of that unit names, in order.
     */
    List<FeedRecord> newestFigures(long from, long to) {
        return jdbc.query(
                """
                SELECT seq, 'unit' AS kind, unit_id,
                       json_build_object(
                           'unitId', unit_id,
                           'figures', json_object_agg(figure, count),
                           'city', json_object_agg(figure, city)) AS data
                FROM (
                    SELECT DISTINCT ON (f.unit_id, figure)
                           f.seq, f.unit_id, figure, count,
                           f.data::json -> 'city' -> figure AS city
                    FROM feed f, json_each(f.data::json -> 'figures') AS changed (figure, count)
                    WHERE f.epoch = ? AND f.seq > ? AND f.seq <= ? AND f.kind = 'unit'
                    ORDER BY f.unit_id, figure, f.seq DESC) AS newest
                GROUP BY seq, unit_id
                ORDER BY seq
                """,
                this::told,
                epoch.number(),
                from,
                to);
    }

    /**
     * Removes the oldest records beyond what is kept, and those of earlier epochs, when they have
     * been sent; a chunk at a time.
     */
    int forget(long kept, int atMost) {
        return jdbc.update(
                """
                DELETE FROM feed
                WHERE (epoch, seq) IN (
                    SELECT f.epoch, f.seq
                    FROM feed f, picture p, relay_position sent
                    WHERE (f.epoch < ? OR f.seq <= p.seq - ?)
                      AND sent.relay = 'feed'
                      AND (f.epoch, f.seq) <= (sent.incarnation, sent.id)
                    ORDER BY f.epoch, f.seq
                    LIMIT ?)
                """,
                epoch.number(),
                kept,
                atMost);
    }

    private FeedRecord told(ResultSet rs, int row) throws SQLException {
        return new FeedRecord(
                position(rs.getLong("seq")),
                FeedKind.named(rs.getString("kind")),
                rs.getString("unit_id"),
                rs.getString("data"));
    }
}
