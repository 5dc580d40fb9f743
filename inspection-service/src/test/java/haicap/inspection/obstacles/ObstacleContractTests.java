package haicap.inspection.obstacles;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import haicap.inspection.RunningInspection;
import haicap.platform.testing.TestKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObstacleContractTests {

    private static final Path CONTRACTS = Path.of("..", "contracts", "haicap.inspection.v1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void theExampleKeepsTheContract() throws IOException {
        assertThat(schema().validate(example())).isEmpty();
    }

    @Test
    void whatIsToldKeepsTheContractAndLooksLikeTheExample() throws IOException {
        var id =
                inspection
                        .raise(
                                "chief-00004",
                                """
                                {"field": "ORDER", "severity": "LOW", "description": "x",
                                 "askedOf": "pc06-20250101"}
                                """)
                        .text("id");

        var told = awaitTold(id);
        var body = JsonMapper.shared().readTree(told.value());

        assertThat(schema().validate(body)).isEmpty();
        assertThat(fields(body.path("state"))).isEqualTo(fields(example().path("state")));
        assertThat(fields(body.path("happened"))).isEqualTo(fields(example().path("happened")));
        assertThat(header(told, "ce_type")).isEqualTo("haicap.inspection.ObstacleRaised.v1");
        assertThat(header(told, "ce_subject")).isEqualTo(id);
        assertThat(header(told, "ce_unit")).isEqualTo(RunningInspection.WARD);
        assertThat(header(told, "ce_version")).isEqualTo("1-1");
        assertThat(header(told, "ce_traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(Instant.parse(header(told, "ce_time")))
                .isEqualTo(Instant.parse(body.at("/state/raisedAt").asString()));
    }

    private static ConsumerRecord<String, String> awaitTold(String id) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestKafka.bootstrap(), "auto.offset.reset", "earliest");
        var strings = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, strings, strings)) {
            consumer.assign(
                    IntStream.range(0, 3)
                            .mapToObj(i -> new TopicPartition("haicap.inspection.v1", i))
                            .toList());
            var deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline)) {
                for (var told : consumer.poll(Duration.ofMillis(200))) {
                    if (told.key().equals(id)) {
                        return told;
                    }
                }
            }
        }
        throw new AssertionError(id + " was not told within " + PATIENCE);
    }

    private static String header(ConsumerRecord<String, String> told, String name) {
        return new String(told.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<String> fields(JsonNode node) {
        return node.propertyNames().stream().sorted().toList();
    }

    private static JsonNode example() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(CONTRACTS.resolve("ObstacleRaised.json")));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACTS.resolve("ObstacleRaised.schema.json")));
    }
}
