package haicap.platform.inbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens consumers. Members are static: a part that comes back under its name goes on at once, and a
 * dead one is replaced within the session time-out of ten seconds.
 */
@Component
class InboxConsumers implements AutoCloseable {

    private final String bootstrap;
    private final String service;
    private final String instance;
    private final Admin admin;

    InboxConsumers(
            @Value("${haicap.kafka}") String bootstrap,
            @Value("${haicap.service}") String service,
            @Value("${haicap.instance}") String instance) {
        this.bootstrap = bootstrap;
        this.service = service;
        this.instance = instance;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    Consumer<String, byte[]> open(String feed) {
        return new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                        Map.entry(ConsumerConfig.GROUP_ID_CONFIG, service + "." + feed),
                        Map.entry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance),
                        Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, instance + "." + feed),
                        Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000),
                        Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
                        Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
                        Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        Map.entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000),
                        Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000),
                        Map.entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The topic's id, which changes when a topic is made anew under its old name. */
    String topicId(String topic) {
        try {
            var described = admin.describeTopics(List.of(topic)).allTopicNames();
            return Objects.requireNonNull(described.get(5, TimeUnit.SECONDS).get(topic))
                    .topicId()
                    .toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("topic " + topic + " cannot be described: " + e, e);
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
