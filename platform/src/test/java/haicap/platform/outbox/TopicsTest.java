package haicap.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.broker.BrokerClients;
import haicap.platform.testing.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class TopicsTest {

    private final String name = "topics-" + UUID.randomUUID();
    private final BrokerClients clients = new BrokerClients(TestKafka.bootstrap());

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void aTopicIsMadeAsAWholeAndFoundSoAtTheNextStart() throws Exception {
        var compacted = new Topic(name, 3, Map.of("cleanup.policy", "compact"));
        topics(compacted).start();
        topics(compacted).start();

        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var config = clients.admin().describeConfigs(List.of(resource)).all().get().get(resource);
        assertThat(config.get("retention.ms").value()).isEqualTo("-1");
        assertThat(config.get("retention.ms").isDefault()).isFalse();
        assertThat(config.get("min.insync.replicas").isDefault()).isFalse();
        assertThat(topics(compacted).isCompacted(name)).isTrue();
    }

    /** Somebody else was first: a default of the broker, or an operator. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | retention.ms=-1                               | partitions is 1, expected 3
                    3 | retention.ms=604800000                        | retention.ms is 604800000, expected -1
                    3 | retention.ms=-1,cleanup.policy=compact        | cleanup.policy is compact, expected delete
                    3 | retention.ms=-1,min.insync.replicas=2         | min.insync.replicas is 2, expected 1
                    """)
    void aTopicThatIsOtherwiseRefusesTheStartAndIsNamed(
            int partitions, String settings, String message) throws Exception {
        var made = new java.util.HashMap<String, String>();
        for (var setting : settings.split(",")) {
            made.put(setting.split("=")[0], setting.split("=")[1]);
        }
        clients.admin()
                .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(made)))
                .all()
                .get();

        var topics = topics(Topic.of(name, 3));

        assertThatThrownBy(topics::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("topic " + name)
                .hasMessageContaining(message);
        assertThat(topics.areThere()).isFalse();
    }

    private Topics topics(Topic owned) {
        var beans = new StaticListableBeanFactory(Map.of("owned", owned));
        return new Topics(
                beans.getBeanProvider(Topic.class),
                new TopicSettings(clients, (short) 1, 1),
                clients);
    }
}
