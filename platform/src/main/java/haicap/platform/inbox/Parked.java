package haicap.platform.inbox;

import haicap.platform.events.Version;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages that could not be applied, each whole, byte by byte, and with its reason. Beside them
 * stands what can be read of them as text, escaped where it is none: whatever comes can be stored.
 */
@Component
public class Parked {

    /** A parked message, as it came. */
    public record Message(
            long id, String feed, String reason, ConsumerRecord<byte[], byte[]> record) {}

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final long NOWHERE = -1;

    private final JdbcClient jdbc;

    Parked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void park(String feed, String topicId, ConsumerRecord<byte[], byte[]> record, String reason) {
        var headers = record.headers().toArray();
        var names = new ArrayList<String>();
        var values = new ArrayList<@Nullable String>();
        for (var header : headers) {
            names.add(HEX.formatHex(header.key().getBytes(StandardCharsets.UTF_8)));
            values.add(header.value() == null ? null : HEX.formatHex(header.value()));
        }
        jdbc.sql(
                        """
                        INSERT INTO parked
                            (feed, topic, topic_id, partition, "offset", raw_key, header_names,
                             header_values, body, key, type, unit, incarnation, reason)
                        VALUES
                            (:feed, :topic, :topicId, :partition, :offset, :rawKey,
                             ARRAY(SELECT decode(name, 'hex') FROM unnest(:names::text[]) AS name),
                             ARRAY(SELECT decode(value, 'hex') FROM unnest(:values::text[]) AS value),
                             :body, :key, :type, :unit, :incarnation, :reason)
                        ON CONFLICT DO NOTHING
                        """)
                .param("feed", feed)
                .param("topic", record.topic())
                .param("topicId", topicId)
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("rawKey", record.key())
                .param("names", names.toArray(String[]::new))
                .param("values", values.toArray(String[]::new))
                .param("body", record.value())
                .param("key", Legible.bytes(record.key()))
                .param("type", text(record.headers(), "ce_type"))
                .param("unit", text(record.headers(), "ce_unit"))
                .param("incarnation", incarnation(record.headers()), java.sql.Types.INTEGER)
                .param("reason", Legible.characters(reason))
                .update();
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : Legible.bytes(header.value());
    }

    private static @Nullable Integer incarnation(Headers headers) {
        var version = text(headers, "ce_version");
        try {
            return version == null ? null : Version.parse(version).incarnation();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM parked").query(Long.class).single();
    }

    /** The key of the row that somebody names; what is no number is found nowhere. */
    public static long key(String id) {
        return NUMBER.matcher(id).matches() ? Long.parseLong(id) : NOWHERE;
    }

    public Optional<Message> find(String id) {
        return message(id, "");
    }

    /** The same, and nobody else may take it before this transaction ends. */
    public Optional<Message> take(String id) {
        return message(id, " FOR UPDATE");
    }

    private Optional<Message> message(String id, String locking) {
        return jdbc.sql("SELECT * FROM parked WHERE id = ?" + locking)
                .param(key(id))
                .query(Parked::message)
                .optional();
    }

    /** Those that wait for a unit and whose turn has come, the longest due first. */
    List<String> dueForUnits(String feed, int atMost) {
        return jdbc.sql(
                        """
                        SELECT id::text
                        FROM parked
                        WHERE feed = ? AND reason LIKE ? AND next_attempt_at <= clock_timestamp()
                        ORDER BY next_attempt_at
                        LIMIT ?
                        """)
                .params(feed, CannotApply.UNKNOWN_UNIT + "%", atMost)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    /**
     * Notes an attempt before it is made: the next comes after twice as long as the last, at most a
     * minute. False when it is somebody else's.
     */
    boolean attempt(String id) {
        return jdbc.sql(
                                """
                                UPDATE parked
                                SET attempts = attempts + 1,
                                    next_attempt_at = clock_timestamp()
                                        + make_interval(secs => least(2 ^ least(attempts, 10), 60))
                                WHERE id = ? AND next_attempt_at <= clock_timestamp()
                                """)
                        .param(key(id))
                        .update()
                == 1;
    }

    public void remove(long id) {
        jdbc.sql("DELETE FROM parked WHERE id = ?").param(id).update();
    }

    /** Drops what is parked of incarnations before that one. */
    int dropOlder(String feed, String topic, int incarnation) {
        return jdbc.sql("DELETE FROM parked WHERE feed = ? AND topic = ? AND incarnation < ?")
                .params(feed, topic, incarnation)
                .update();
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
                        rs.getBytes("raw_key"),
                        rs.getBytes("body"),
                        headers(rs),
                        Optional.empty()));
    }

    /** The headers of a row, as they came. */
    public static RecordHeaders headers(ResultSet rs) throws SQLException {
        var names = (byte[][]) rs.getArray("header_names").getArray();
        var values = (byte[][]) rs.getArray("header_values").getArray();
        var headers = new RecordHeaders();
        for (int n = 0; n < names.length; n++) {
            headers.add(new String(names[n], StandardCharsets.UTF_8), values[n]);
        }
        return headers;
    }
}
