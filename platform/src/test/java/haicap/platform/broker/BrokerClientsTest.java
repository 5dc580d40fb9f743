package haicap.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestKafka;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerClientsTest {

    private final String name = "clients-" + UUID.randomUUID();
    private final BrokerClients clients = new BrokerClients(TestKafka.bootstrap());

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void whatAProducerSendsAConsumerReceivesAndNeitherRegistersWithJmx() throws Exception {
        TestKafka.createTopic(name, 1);
        var partition = new TopicPartition(name, 0);
        try (var producer = clients.producer(Map.of(ProducerConfig.CLIENT_ID_CONFIG, name));
                var consumer = clients.consumer(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, name))) {
            producer.send(new ProducerRecord<>(name, "key", new byte[] {7})).get();
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var received = consumer.poll(Duration.ofSeconds(20)).records(partition).getFirst();
            assertThat(received.key()).asString().isEqualTo("key");
            assertThat(received.value()).containsExactly(7);

            var beans = ManagementFactory.getPlatformMBeanServer();
            assertThat(beans.queryNames(new ObjectName("kafka.*:client-id=" + name + ",*"), null))
                    .isEmpty();
        }
    }

    /** Or it would have the broker's defaults, and not what its owner declares. */
    @Test
    void aConsumerOfATopicThatIsNotThereYetWaitsAndDoesNotMakeIt() throws Exception {
        var late = "late-" + name;
        try (var producer = clients.producer(Map.of());
                var consumer =
                        clients.consumer(
                                Map.of(
                                        ConsumerConfig.GROUP_ID_CONFIG,
                                        late,
                                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                        "earliest"))) {
            consumer.subscribe(List.of(late));
            assertThat(consumer.poll(Duration.ofSeconds(3))).isEmpty();
            assertThat(clients.admin().listTopics().names().get()).doesNotContain(late);

            TestKafka.createTopic(late, 1);
            producer.send(new ProducerRecord<>(late, "key", new byte[] {7})).get();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
        }
    }
}
