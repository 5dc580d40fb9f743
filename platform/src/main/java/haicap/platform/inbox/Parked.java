package haicap.platform.inbox;

import haicap.platform.events.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that could not be applied, each whole and with its reason. */
@Component
class Parked {

    /** A parked message, as it came. */
    record Message(long id, String feed, String reason, ConsumerRecord<String, byte[]> record) {}

    private final JdbcClient jdbc;

    Parked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void park(String feed, String topicId, ConsumerRecord<String, byte[]> record, String reason) {
        jdbc.sql(
                        """
                        INSERT INTO parked
                            (feed, topic, topic_id, partition, "offset", key, headers, body, reason)
                        VALUES
                            (:feed, :topic, :topicId, :partition, :offset, :key, :headers::jsonb,
                             :body, :reason)
                        ON CONFLICT DO NOTHING
                        """)
                .param("feed", feed)
                .param("topic", record.topic())
                .param("topicId", topicId)
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("key", record.key())
                .param("headers", headers(record))
                .param("body", record.value())
                .param("reason", reason)
                .update();
    }

    private static String headers(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(header ->
                        headers.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return EventJson.write(headers);
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM parked").query(Long.class).single();
    }

    Optional<Message> find(String id) {
        return message(id, "");
    }

    /** The same, and nobody else may take it before this transaction ends. */
    Optional<Message> take(String id) {
        return message(id, " FOR UPDATE");
    }

    private Optional<Message> message(String id, String locking) {
        return jdbc.sql("SELECT * FROM parked WHERE id::text = ?" + locking)
                .param(id)
                .query(Parked::message)
                .optional();
    }

    List<String> waitingForUnits(String feed, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id::text
                        FROM parked
                        WHERE feed = ? AND reason LIKE ?
                        ORDER BY id
                        LIMIT ?
                        """)
                .params(feed, CannotApply.UNKNOWN_UNIT + "%", atMost)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    void remove(long id) {
        jdbc.sql("DELETE FROM parked WHERE id = ?").param(id).update();
    }

    private static Message message(ResultSet rs, int row) throws SQLException {
        return new Message(
                rs.getLong("id"),
                rs.getString("feed"),
                rs.getString("reason"),
                new ConsumerRecord<>(
                        rs.getString("topic"),
                        rs.getInt("partition"),
                        rs.getLong("offset"),
                        ConsumerRecord.NO_TIMESTAMP,
                        TimestampType.NO_TIMESTAMP_TYPE,
                        ConsumerRecord.NULL_SIZE,
                        ConsumerRecord.NULL_SIZE,
                        key(rs),
                        rs.getBytes("body"),
                        headers(rs.getString("headers")),
                        java.util.Optional.empty()));
    }

    private static @Nullable String key(ResultSet rs) throws SQLException {
        return rs.getString("key");
    }

    private static RecordHeaders headers(String json) {
        var headers = new RecordHeaders();
        Map<?, ?> stored = EventJson.read(json, Map.class);
        stored.forEach((name, value) ->
                headers.add(
                        String.valueOf(name),
                        String.valueOf(value).getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
