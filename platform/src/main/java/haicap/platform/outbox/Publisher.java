package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends rows as CloudEvents in binary mode: the attributes are headers, as the specification's
 * binding to Kafka names them. The producer is idempotent and never gives up on a batch by itself,
 * so that a broker's outage delays and neither loses nor reorders.
 */
@Component
class Publisher implements AutoCloseable {

    private static final byte[] SPECIFICATION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private final Producer<String, byte[]> producer;
    private final byte[] source;

    Publisher(BrokerClients clients, @Value("${haicap.service}") String service) {
        this.source = bytes("/" + service);
        this.producer =
                clients.producer(
                        Map.of(
                                ProducerConfig.CLIENT_ID_CONFIG,
                                "relay-" + service,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                256 * 1024,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Integer.MAX_VALUE,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                5_000));
    }

    /**
     * Returns when the broker has every row of the batch. Nothing is sent after a row that the
     * producer does not take: while no broker is known it refuses each row after some seconds, and
     * one that is back by then would get a later version before an earlier one.
     */
    void publish(List<OutboxRow> batch) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var row : batch) {
            var sending = producer.send(record(row));
            sent.add(sending);
            if (sending.state() == State.FAILED) {
                break;
            }
        }
        producer.flush();
        for (var each : sent) {
            if (each.state() == State.FAILED) {
                var why = each.exceptionNow();
                throw new IllegalStateException("not sent: " + why, why);
            }
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        var record = new ProducerRecord<>(row.topic(), row.key(), bytes(row.body()));
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
                .add("content-type", JSON);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
