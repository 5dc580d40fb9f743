package haicap.platform.outbox;

import haicap.platform.broker.BrokerClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A topic as a whole, as it is declared and as the broker has it: partitions, replicas, how long
 * records are kept, and how many replicas must have one. Nothing is left to the broker's defaults.
 */
@Component
class TopicSettings {

    private static final String CLEANUP = "cleanup.policy";

    private final Admin admin;
    private final short replicationFactor;
    private final Map<String, String> always;

    TopicSettings(
            BrokerClients clients,
            @Value("${haicap.topics.replication-factor}") short replicationFactor,
            @Value("${haicap.topics.min-insync-replicas}") int minInsyncReplicas) {
        this.admin = clients.admin();
        this.replicationFactor = replicationFactor;
        this.always =
                Map.of(
                        CLEANUP,
                        "delete",
                        "retention.ms",
                        "-1",
                        "retention.bytes",
                        "-1",
                        "min.insync.replicas",
                        Integer.toString(minInsyncReplicas));
    }

    /** Makes it, unless it is there, or operators make topics and services may not. */
    void make(Topic topic) throws ExecutionException, InterruptedException {
        var wanted = new NewTopic(topic.name(), topic.partitions(), replicationFactor);
        try {
            admin.createTopics(List.of(wanted.configs(settings(topic)))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException
                    || e.getCause() instanceof AuthorizationException)) {
                throw e;
            }
        }
    }

    private Map<String, String> settings(Topic topic) {
        var settings = new TreeMap<>(always);
        settings.putAll(topic.settings());
        return settings;
    }

    /** What is not as it is declared: each setting, as it is and as it should be. */
    List<String> differences(Topic topic) throws ExecutionException, InterruptedException {
        var differences = new ArrayList<String>();
        var found = description(topic.name());
        compare("partitions", found.partitions().size(), topic.partitions(), differences);
        for (var partition : found.partitions()) {
            compare(
                    "replication factor of partition " + partition.partition(),
                    partition.replicas().size(),
                    replicationFactor,
                    differences);
        }
        var present = present(topic.name());
        settings(topic)
                .forEach((name, expected) ->
                        compare(name, present.get(name), expected, differences));
        return differences;
    }

    private static void compare(
            String setting, @Nullable Object found, Object expected, List<String> differences) {
        if (!String.valueOf(found).equals(String.valueOf(expected))) {
            differences.add("%s is %s, expected %s".formatted(setting, found, expected));
        }
    }

    private TopicDescription description(String topic)
            throws ExecutionException, InterruptedException {
        return Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
    }

    /** Whether the newest record of each key stays for ever. */
    boolean isCompacted(String topic) throws ExecutionException, InterruptedException {
        return Optional.ofNullable(present(topic).get(CLEANUP)).orElse("").equals("compact");
    }

    private Map<String, String> present(String topic)
            throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var values = new TreeMap<String, String>();
        var configured = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        Objects.requireNonNull(configured)
                .entries()
                .forEach(entry -> values.put(entry.name(), entry.value()));
        return values;
    }
}
