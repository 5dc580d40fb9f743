package haicap.reporting.feed;

import haicap.platform.events.EventJson;
import haicap.platform.outbox.OutboxRow;
import haicap.platform.outbox.OutboxRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The feed as its relay sends it, from its own table. The place of a record is (epoch, number), the
 * epoch being the incarnation; it needs no transaction id, for records appear in this order: they
 * are written under the feed lock, so each is ready as soon as it can be seen.
 */
@Component
class FeedOutbox implements OutboxRows {

    private static final String NAME = "feed";
    private static final String NO_XID = "0";
    private static final String KEY = "city";
    private static final String AGGREGATE = "Feed";
    private static final String TYPE = "haicap.reporting.FeedRecorded.v1";

    private record Happened(Instant at) {}

    private final JdbcTemplate jdbc;

    FeedOutbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<OutboxRow> after(OutboxRow.Position position, int atMost) {
        return jdbc.query(
                """
                SELECT epoch, seq, kind, unit_id, data, at, traceparent
                FROM feed
                WHERE (epoch, seq) > (?, ?)
                ORDER BY epoch, seq
                LIMIT ?
                """,
                FeedOutbox::row,
                position.incarnation(),
                position.id(),
                atMost);
    }

    private static OutboxRow row(ResultSet rs, int number) throws SQLException {
        var position = new Position(rs.getInt(1), rs.getLong(2));
        var told =
                new FeedRecord(
                        position,
                        FeedKind.named(rs.getString(3)),
                        rs.getString(4),
                        rs.getString(5));
        var at = rs.getObject(6, OffsetDateTime.class).toInstant();
        return new OutboxRow(
                new OutboxRow.Position(position.epoch(), NO_XID, position.seq()),
                FeedTopic.NAME,
                null,
                KEY,
                AGGREGATE,
                TYPE,
                told.unitId(),
                position.toString(),
                at,
                rs.getString(7),
                EventJson.body(new Happened(at), told),
                true);
    }

    @Override
    public boolean has(OutboxRow.Position position, String key, String traceparent) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        SELECT EXISTS (
                            SELECT FROM feed
                            WHERE epoch = ? AND seq = ? AND traceparent = ?)
                        """,
                        Boolean.class,
                        position.incarnation(),
                        position.id(),
                        traceparent));
    }

    /** The feed is kept for those who resume, and forgotten by its own rule. */
    @Override
    public int forgetSent(Duration age, int atMost) {
        return 0;
    }

    @Override
    public Unsent unsent() {
        return jdbc.query(
                        """
                        SELECT count(*),
                               coalesce(extract(epoch FROM clock_timestamp() - min(written_at)), 0)
                        FROM feed
                        LEFT JOIN relay_position p ON p.relay = ?
                        WHERE p.relay IS NULL OR (epoch, seq) > (p.incarnation, p.id)
                        """,
                        (rs, row) -> new Unsent(rs.getLong(1), rs.getDouble(2)),
                        NAME)
                .getFirst();
    }

    @Override
    public boolean passed(String xmax) {
        return unsent().rows() == 0;
    }
}
