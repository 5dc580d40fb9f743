package haicap.platform.inbox;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each feed has applied each partition. Kept beside the state that was applied, so both
 * advance in one commit; bound to the topic's id, so that a recreated topic starts anew.
 */
@Component
public class InboxPositions {

    /** A feed's place in one partition. */
    public record Place(String feed, String topic, int partition, long nextOffset) {}

    private final JdbcClient jdbc;

    InboxPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A place as it is kept.
     *
     * @param next where the feed goes on, with the leader epoch of what it applied last
     */
    record Stored(String topicId, OffsetAndMetadata next) {}

    Optional<Stored> stored(String feed, TopicPartition partition) {
        return jdbc.sql(
                        """
                        SELECT topic_id, next_offset, leader_epoch
                        FROM inbox_position
                        WHERE feed = ? AND topic = ? AND partition = ?
                        """)
                .params(feed, partition.topic(), partition.partition())
                .query((rs, row) ->
                        new Stored(
                                rs.getString(1),
                                new OffsetAndMetadata(
                                        rs.getLong(2),
                                        Optional.ofNullable(rs.getObject(3, Integer.class)),
                                        "")))
                .optional();
    }

    /** Sets a place anew, whichever way it lies; false when it is no longer what was stored. */
    boolean replace(
            String feed,
            String topicId,
            TopicPartition partition,
            Optional<Stored> stored,
            OffsetAndMetadata next) {
        return jdbc.sql(
                                """
                                INSERT INTO inbox_position
                                    (feed, topic, topic_id, partition, next_offset, leader_epoch)
                                VALUES (:feed, :topic, :topicId, :partition, :to, :epoch)
                                ON CONFLICT (feed, topic, partition) DO UPDATE SET
                                    topic_id = excluded.topic_id,
                                    next_offset = excluded.next_offset,
                                    leader_epoch = excluded.leader_epoch
                                WHERE inbox_position.topic_id = :knownTopicId
                                  AND inbox_position.next_offset = :known
                                """)
                        .param("feed", feed)
                        .param("topic", partition.topic())
                        .param("topicId", topicId)
                        .param("partition", partition.partition())
                        .param("to", next.offset())
                        .param("epoch", next.leaderEpoch().orElse(null), Types.INTEGER)
                        .param("knownTopicId", stored.map(Stored::topicId).orElse(""))
                        .param("known", stored.map(place -> place.next().offset()).orElse(-1L))
                        .update()
                == 1;
    }

    /** Advances by compare-and-set: false when another consumer has been here. */
    boolean advance(Applying.Batch batch) {
        return jdbc.sql(
                                """
                                INSERT INTO inbox_position
                                    (feed, topic, topic_id, partition, next_offset, leader_epoch)
                                VALUES (:feed, :topic, :topicId, :partition, :to, :epoch)
                                ON CONFLICT (feed, topic, partition) DO UPDATE SET
                                    topic_id = excluded.topic_id,
                                    next_offset = excluded.next_offset,
                                    leader_epoch = excluded.leader_epoch
                                WHERE inbox_position.topic_id <> excluded.topic_id
                                   OR inbox_position.next_offset = :from
                                """)
                        .param("feed", batch.feed().name())
                        .param("topic", batch.partition().topic())
                        .param("topicId", batch.topicId())
                        .param("partition", batch.partition().partition())
                        .param("from", batch.from())
                        .param("to", batch.to().offset())
                        .param("epoch", batch.to().leaderEpoch().orElse(null), Types.INTEGER)
                        .update()
                == 1;
    }

    /** The next offset of each partition of a topic that a feed will apply. */
    public Map<Integer, Long> of(String feed, String topic) {
        var positions = new HashMap<Integer, Long>();
        for (var place : all()) {
            if (place.feed().equals(feed) && place.topic().equals(topic)) {
                positions.put(place.partition(), place.nextOffset());
            }
        }
        return positions;
    }

    /** Every place of every feed. */
    public List<Place> all() {
        return jdbc.sql(
                        "SELECT feed, topic, partition, next_offset FROM inbox_position ORDER BY 1, 2, 3")
                .query((rs, row) ->
                        new Place(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getLong(4)))
                .list();
    }
}
