package haicap.platform.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens clients of the one broker that a service has. They come back soon after an outage, never
 * make a topic that nobody owns, and report neither to JMX nor to the broker: some hundred beans
 * for each client, registered at every start, that nobody reads. Whoever opens a consumer or a
 * producer closes it; the administrator is shared, and closed at the end. Safe for all threads.
 */
@Component
public class BrokerClients implements AutoCloseable {

    private static final int BACK_WITHIN_MILLIS = 500;
    private static final int METADATA_MILLIS = 2_000;
    private static final Duration GOODBYES_WITHIN = Duration.ofSeconds(3);

    private final Map<String, Object> common;
    private final Admin admin;
    private final Goodbyes goodbyes = new Goodbyes();

    /** Of the broker at these addresses. */
    public BrokerClients(String bootstrap) {
        this(bootstrap, new BrokerSettings(Map.of()));
    }

    @Autowired
    BrokerClients(@Value("${haicap.kafka}") String bootstrap, BrokerSettings settings) {
        this.common = new HashMap<>(settings.client());
        common.putAll(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        BACK_WITHIN_MILLIS,
                        CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG,
                        List.of(),
                        CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG,
                        false));
        this.admin = Admin.create(common);
    }

    /** The one administrator; it is not the caller's to close. */
    public Admin admin() {
        return admin;
    }

    /** A producer of texts as keys and bytes as values, with these settings besides. */
    public Producer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(
                with(settings), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A consumer of bytes, for a key may be no text; a partition that is new is known within two
     * seconds. It gets what was committed. The offsets between, of a transaction's end and of what
     * was given up, are none of a record: only where the consumer stands says how far it has come.
     */
    public Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        var all = with(settings);
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var consumer =
                new LeavingConsumer<>(
                        all,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        goodbyes::deregister);
        goodbyes.register();
        return consumer;
    }

    private Map<String, Object> with(Map<String, Object> settings) {
        var all = new HashMap<>(common);
        all.putAll(settings);
        return all;
    }

    @Override
    public void close() {
        goodbyes.await(GOODBYES_WITHIN);
        admin.close(Duration.ofSeconds(1));
    }
}
