package haicap.platform.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One real KRaft broker for all tests of a JVM, embedded or in a container ({@code
 * -Dit.image.kafka}).
 */
public final class TestKafka {

    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "auto.create.topics.enable", "false",
                    "group.initial.rebalance.delay.ms", "0",
                    "offsets.topic.num.partitions", "1",
                    "transaction.state.log.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1");
    private static final String BOOTSTRAP =
            switch (Backend.chosen()) {
                case EMBEDDED -> embedded();
                case TESTCONTAINERS -> contained();
            };

    private TestKafka() {}

    private static String embedded() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(SETTINGS);
        broker.afterPropertiesSet();
        return broker.getBrokersAsString();
    }

    /** Ends with this JVM, by Testcontainers' own means. */
    @SuppressWarnings("resource")
    private static String contained() {
        var broker =
                new KafkaContainer(
                        DockerImageName.parse(Backend.image("it.image.kafka", IMAGE))
                                .asCompatibleSubstituteFor("apache/kafka"));
        SETTINGS.forEach((name, value) -> broker.withEnv(variable(name), value));
        broker.start();
        return broker.getBootstrapServers();
    }

    /** As the image takes settings. */
    private static String variable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Where clients connect. */
    public static String bootstrap() {
        return BOOTSTRAP;
    }

    /** The offset after everything in the first partition of a topic. */
    public static long end(String topic) {
        var partition = new TopicPartition(topic, 0);
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a topic anew, empty. */
    public static void createTopic(String name, int partitions) {
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
