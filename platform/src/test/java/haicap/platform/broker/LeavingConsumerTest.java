package haicap.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

/** A pod that is replaced does not keep its partitions from its successor. */
class LeavingConsumerTest {

    private static final String TOPIC = "leaving";
    private static final String GROUP = "test.leaving";

    @Test
    void aStaticMemberThatEndsInGoodOrderLeavesItsGroupThoughItWasInterrupted() throws Exception {
        TestKafka.createTopic(TOPIC, 1);
        try (var clients = new BrokerClients(TestKafka.bootstrap())) {
            var consumer =
                    clients.consumer(
                            Map.of(
                                    ConsumerConfig.GROUP_ID_CONFIG, GROUP,
                                    ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "pod-1",
                                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
            consumer.subscribe(List.of(TOPIC));
            await().until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return !consumer.assignment().isEmpty();
            });

            Thread.currentThread().interrupt();
            consumer.close();

            assertThat(Thread.interrupted()).isTrue();
            await().atMost(Duration.ofSeconds(2)).until(() -> members(clients) == 0);
        }
    }

    private static int members(BrokerClients clients)
            throws ExecutionException, InterruptedException {
        return clients.admin()
                .describeConsumerGroups(List.of(GROUP))
                .all()
                .get()
                .get(GROUP)
                .members()
                .size();
    }
}
