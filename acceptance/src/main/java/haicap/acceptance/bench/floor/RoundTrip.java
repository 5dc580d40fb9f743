package haicap.acceptance.bench.floor;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** From a producer to a consumer, by the running broker. */
public final class RoundTrip implements AutoCloseable {

    private static final String TOPIC = "bench.floor";
    private static final String BODY = "x".repeat(400);

    private final Map<String, CompletableFuture<Void>> away = new ConcurrentHashMap<>();
    private final KafkaProducer<String, String> producer;
    private final Receiver receiver;

    /** At this broker, by a topic of its own. */
    public RoundTrip(String bootstrap) {
        BrokerTopics.recreate(bootstrap, TOPIC);
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrap,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new StringSerializer(),
                        new StringSerializer());
        this.receiver = Receiver.of(bootstrap, TOPIC, record -> arrived(record.key()));
    }

    /** Returns when what was sent has come back. */
    public void go() {
        var key = UUID.randomUUID().toString();
        var back = new CompletableFuture<Void>();
        away.put(key, back);
        producer.send(new ProducerRecord<>(TOPIC, key, BODY));
        back.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void arrived(String key) {
        var back = away.remove(key);
        if (back != null) {
            back.complete(null);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        receiver.close();
    }
}
