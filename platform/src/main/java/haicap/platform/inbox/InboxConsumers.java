package haicap.platform.inbox;

import haicap.platform.broker.BrokerClients;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens consumers. Members are static: a part that crashed and comes back under its name goes on at
 * once, and one that never comes back is replaced within eight seconds, sooner than a copy of the
 * organisation is stale. One that ends in good order leaves its group: in a cluster its successor
 * bears another name.
 */
@Component
class InboxConsumers {

    private final BrokerClients clients;
    private final String service;
    private final String instance;

    InboxConsumers(
            BrokerClients clients,
            @Value("${haicap.service}") String service,
            @Value("${haicap.instance}") String instance) {
        this.clients = clients;
        this.service = service;
        this.instance = instance;
    }

    Consumer<byte[], byte[]> open(String feed) {
        return clients.consumer(
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        service + "." + feed,
                        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                        instance,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        instance + "." + feed,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        8_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        2_000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000));
    }

    /** The topic's id, which changes when a topic is made anew under its old name. */
    String topicId(String topic) {
        try {
            var described = clients.admin().describeTopics(List.of(topic)).allTopicNames();
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
}
