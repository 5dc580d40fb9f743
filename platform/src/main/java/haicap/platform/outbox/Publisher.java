package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends rows as CloudEvents in binary mode: the attributes are headers, as the specification's
 * binding to Kafka names them. The broker knows a relay by its transactional id, so that opening a
 * publisher shuts out the one before it, wherever that one still runs: nothing that it holds back
 * can be written any more. Each batch is a transaction. Consumers need not wait for its end: what
 * is in it has been committed by the database, and is sent again when the broker drops it.
 */
final class Publisher implements AutoCloseable {

    private static final byte[] SPECIFICATION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    private final Producer<String, byte[]> producer;
    private final String relay;
    private final byte[] source;

    private Publisher(Producer<String, byte[]> producer, String service, String relay) {
        this.producer = producer;
        this.relay = relay;
        this.source = bytes("/" + service);
    }

    /**
     * Opens the one publisher of a relay and shuts out its predecessor. Its transactional id is
     * {@code <service>.<database>.<relay>}.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker cannot be reached within
     *     seconds
     */
    static Publisher open(BrokerClients clients, String service, String database, String relay) {
        var id = "%s.%s.%s".formatted(service, database, relay);
        var producer =
                clients.producer(
                        Map.of(
                                ProducerConfig.CLIENT_ID_CONFIG,
                                "relay-" + id,
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                id,
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                10_000,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                256 * 1024,
                                ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                                5,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                5_000));
        try {
            producer.initTransactions();
            return new Publisher(producer, service, relay);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Returns when the broker has every row of the batch. When it throws, the publisher is of no
     * further use: some rows may be there, and all are to be sent again by its successor.
     */
    void publish(List<OutboxRow> batch) {
        producer.beginTransaction();
        for (var row : batch) {
            producer.send(record(row));
        }
        producer.commitTransaction();
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        var record =
                new ProducerRecord<>(row.topic(), row.partition(), row.key(), bytes(row.body()));
        record.headers()
                .add("ce_specversion", SPECIFICATION)
                .add("ce_id", bytes(row.key() + "/" + row.version()))
                .add("ce_aggregate", bytes(row.aggregate()))
                .add("ce_type", bytes(row.type()))
                .add("ce_source", source)
                .add("ce_subject", bytes(row.key()))
                .add("ce_time", bytes(row.at().toString()))
                .add("ce_unit", bytes(row.unit()))
                .add("ce_version", bytes(row.version()))
                .add("ce_traceparent", bytes(row.traceparent()))
                .add(TopicEnds.POSITION, bytes(relay + "/" + row.position()))
                .add("content-type", JSON);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
