package haicap.platform.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the broker's log no longer held what a feed had to hear next: the feed does not vouch for
 * what it holds of that partition until a later re-announcement of it has been applied whole.
 */
@Component
class Gaps {

    /** What the log has lost. */
    enum Reason {
        /** Records from its beginning on, up to beyond the feed's place. */
        HEAD_REMOVED,
        /** Records that the feed had heard, and perhaps others after them. */
        TAIL_LOST
    }

    private final JdbcClient jdbc;

    Gaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes one, in the transaction that sets the position anew. */
    void open(String feed, String topic, int partition, Reason reason) {
        jdbc.sql(
                        """
                        INSERT INTO inbox_gap (feed, topic, partition, reason, known)
                        SELECT :feed, :topic, :partition, :reason, coalesce(max(version), 0)
                        FROM heard_reannouncement
                        WHERE feed = :feed AND topic = :topic
                        ON CONFLICT (feed, topic, partition) DO UPDATE SET
                            reason = excluded.reason, known = excluded.known,
                            begun = NULL, begun_at = NULL, asked_at = NULL
                        """)
                .param("feed", feed)
                .param("topic", topic)
                .param("partition", partition)
                .param("reason", reason.name())
                .update();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM inbox_gap").query(Long.class).single();
    }

    List<Inbox.Gap> all() {
        return jdbc.sql(
                        """
                        SELECT feed, topic, partition, since, reason
                        FROM inbox_gap
                        ORDER BY feed, topic, partition
                        """)
                .query(Gaps::gap)
                .list();
    }

    private static Inbox.Gap gap(ResultSet rs, int row) throws SQLException {
        Instant since = rs.getObject("since", OffsetDateTime.class).toInstant();
        return new Inbox.Gap(
                rs.getString("feed"),
                rs.getString("topic"),
                rs.getInt("partition"),
                since,
                rs.getString("reason"));
    }

    /**
     * Topics of which a re-announcement is to be asked now, each for one process only: none has
     * been asked for a while, and none that was heard to begin may still be under way.
     */
    List<String> toAsk(Duration again, Duration atMostUnderWay) {
        return jdbc
                .sql(
                        """
                        UPDATE inbox_gap
                        SET asked_at = clock_timestamp()
                        WHERE (asked_at IS NULL
                               OR asked_at < clock_timestamp() - make_interval(secs => :again))
                          AND (begun_at IS NULL
                               OR begun_at < clock_timestamp() - make_interval(secs => :underWay))
                        RETURNING topic
                        """)
                .param("again", again.toSeconds())
                .param("underWay", atMostUnderWay.toSeconds())
                .query((rs, row) -> rs.getString(1))
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
