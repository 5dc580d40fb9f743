package haicap.acceptance.bench.archive;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells of the archive's files on case-service's topic, as its relay would. */
final class Telling implements AutoCloseable {

    private static final String TOPIC = "haicap.case.v1";
    private static final String TYPE = "haicap.case.CrimeReportReceived.v1";
    private static final String TRACE = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";
    private static final int BATCH_BYTES = 256 << 10;

    private final KafkaProducer<String, byte[]> producer;

    Telling(String bootstrap) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                20,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                BATCH_BYTES),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Returns when the broker has them. */
    void tell(Connection connection, long from, long until) throws SQLException {
        try (var files =
                connection.prepareStatement(
                        """
                        SELECT id, unit_id, public ->> 'receivedAt' AS at,
                               jsonb_build_object(
                                   'happened', jsonb_build_object(
                                       'at', public -> 'receivedAt', 'byPost', 'duty-' || unit_id),
                                   'state', public || jsonb_build_object(
                                       'id', id, 'unitId', unit_id))::text AS body
                        FROM record
                        WHERE id = ANY (
                            SELECT 'old-' || n
                            FROM generate_series(?::bigint, ?::bigint - 1) AS n)
                        """)) {
            files.setLong(1, from);
            files.setLong(2, until);
            try (var rows = files.executeQuery()) {
                while (rows.next()) {
                    producer.send(event(rows));
                }
            }
        }
        producer.flush();
    }

    private static ProducerRecord<String, byte[]> event(ResultSet row) throws SQLException {
        var id = row.getString("id");
        var headers =
                List.of(
                        header("ce_specversion", "1.0"),
                        header("ce_id", id + "/1-1"),
                        header("ce_aggregate", "CrimeReport"),
                        header("ce_type", TYPE),
                        header("ce_source", "/case"),
                        header("ce_subject", id),
                        header("ce_time", row.getString("at")),
                        header("ce_unit", row.getString("unit_id")),
                        header("ce_version", "1-1"),
                        header("ce_traceparent", TRACE),
                        header("content-type", "application/json"));
        var body = row.getString("body").getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(TOPIC, null, id, body, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
