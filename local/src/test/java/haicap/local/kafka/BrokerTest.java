package haicap.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.local.parts.Home;
import haicap.local.parts.Instance;
import haicap.local.parts.Launch;
import haicap.local.parts.Part;
import haicap.local.parts.PartProcess;
import haicap.local.parts.Ports;
import haicap.local.parts.Recipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerTest {

    private Ports ports;
    private PartProcess process;

    /** The broker from the classes under test instead of the built jar. */
    private record FromClasses(Path data, Ports ports) implements Recipe {

        @Override
        public Instance instance() {
            return Instance.first(Part.KAFKA);
        }

        @Override
        public Launch launch() {
            return new Launch(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx384m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Broker.class.getName(),
                            data.toString(),
                            Integer.toString(ports.of(Part.KAFKA)),
                            Integer.toString(ports.controller())),
                    Map.of());
        }

        @Override
        public boolean answers() {
            return VersionsRequest.answered(ports.of(Part.KAFKA));
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        var home = new Home(folder);
        ports = Ports.resolve(home, Map.of("HAICAP_PORTS", "free"), false);
        process = new PartProcess(new FromClasses(home.data(Part.KAFKA), ports), home, ports);
        process.start();
    }

    @AfterAll
    void end() {
        process.kill();
    }

    @Test
    void keepsWhatItAcknowledgedThroughAKill() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", address(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }
        process.kill();
        process.start();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", address()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", address(), "max.block.ms", 1_000),
                        new StringSerializer(),
                        new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unasked", "value")).get())
                    .isInstanceOf(ExecutionException.class);
        }
    }

    private String address() {
        return "127.0.0.1:" + ports.of(Part.KAFKA);
    }
}
