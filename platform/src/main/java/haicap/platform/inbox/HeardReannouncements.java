package haicap.platform.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each feed has heard the newest re-announcement of each partition, and from which
 * incarnation on what it holds is what the source named.
 */
@Component
public class HeardReannouncements {

    /** A topic of which a feed has heard a whole re-announcement in a new incarnation. */
    record Complete(String feed, String topic, int incarnation) {}

    private final JdbcClient jdbc;

    HeardReannouncements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes note of a frame, in the transaction that applies it; one that is not newer says
     * nothing.
     */
    void note(String feed, Frame frame) {
        if (frame.isEnd()) {
            run(
                    """
                    UPDATE heard_reannouncement
                    SET ended = true
                    WHERE feed = :feed AND topic = :topic AND partition = :partition
                      AND version = :version
                    """,
                    feed,
                    frame);
            run(
                    """
                    DELETE FROM inbox_gap
                    WHERE feed = :feed AND topic = :topic AND partition = :partition
                      AND begun = :version
                    """,
                    feed,
                    frame);
        } else {
            run(
                    """
                    INSERT INTO heard_reannouncement AS known
                        (feed, topic, partition, version, partitions, began_offset, ended)
                    VALUES (:feed, :topic, :partition, :version, :partitions, :offset, false)
                    ON CONFLICT (feed, topic, partition) DO UPDATE SET
                        version = excluded.version, partitions = excluded.partitions,
                        began_offset = excluded.began_offset, ended = false
                    WHERE known.version < excluded.version
                    """,
                    feed,
                    frame);
            run(
                    """
                    UPDATE inbox_gap
                    SET begun = :version, begun_at = clock_timestamp()
                    WHERE feed = :feed AND topic = :topic AND partition = :partition
                      AND known < :version
                    """,
                    feed,
                    frame);
        }
    }

    private void run(String sql, String feed, Frame frame) {
        jdbc.sql(sql)
                .param("feed", feed)
                .param("topic", frame.topic())
                .param("partition", frame.partition())
                .param("version", frame.version().asLong())
                .param("partitions", frame.partitions())
                .param("offset", frame.offset())
                .update();
    }

    /**
     * Those after which something is still to be retired: every partition's re-announcement has
     * ended, in the same incarnation.
     */
    List<Complete> toRetire() {
        return jdbc.sql(
                        """
                        SELECT a.feed, a.topic, (min(a.version) >> 40)::int AS incarnation
                        FROM heard_reannouncement a
                        LEFT JOIN retirement r ON r.feed = a.feed AND r.topic = a.topic
                        GROUP BY a.feed, a.topic, r.incarnation, r.done
                        HAVING bool_and(a.ended)
                           AND count(*) = max(a.partitions)
                           AND min(a.version) >> 40 = max(a.version) >> 40
                           AND (r.incarnation IS NULL
                                OR r.incarnation < (min(a.version) >> 40)::int
                                OR r.incarnation = (min(a.version) >> 40)::int AND NOT r.done)
                        """)
                .query((rs, row) -> new Complete(rs.getString(1), rs.getString(2), rs.getInt(3)))
                .list();
    }

    /** The incarnations below which nothing counts any more. */
    List<Complete> retired() {
        return jdbc.sql("SELECT feed, topic, incarnation FROM retirement")
                .query((rs, row) -> new Complete(rs.getString(1), rs.getString(2), rs.getInt(3)))
                .list();
    }

    void retire(Complete complete, boolean isDone) {
        jdbc.sql(
                        """
                        INSERT INTO retirement AS known (feed, topic, incarnation, done)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (feed, topic) DO UPDATE SET
                            incarnation = excluded.incarnation, done = excluded.done
                        WHERE known.incarnation <= excluded.incarnation
                        """)
                .params(complete.feed(), complete.topic(), complete.incarnation(), isDone)
                .update();
    }

    /** The incarnation below which nothing on this topic counts any more for a feed. */
    public int since(String feed, String topic) {
        return jdbc.sql("SELECT incarnation FROM retirement WHERE feed = ? AND topic = ?")
                .params(feed, topic)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Whether everything was named anew in a partition, from that offset on or later. */
    public boolean isNamedAnewSince(String feed, String topic, int partition, long offset) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM heard_reannouncement
                            WHERE feed = ? AND topic = ? AND partition = ?
                              AND ended AND began_offset >= ?)
                        """)
                .params(feed, topic, partition, offset)
                .query(Boolean.class)
                .single();
    }
}
