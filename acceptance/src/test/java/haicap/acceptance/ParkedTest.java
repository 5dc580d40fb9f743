package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.Parts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@InTheHouse
@Order(5)
class ParkedTest {

    private static final String PARKED = "/api/v1/reporting/parked";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final House house;
    private final Session operator;

    ParkedTest(House house) {
        this.house = house;
        this.operator = house.as("operator");
    }

    @AfterEach
    void nothingStaysParked() {
        parked().forEach(message -> drop(message.path("id").asString()));
    }

    /** Whatever is wrong with a message, it waits alone, is seen, and is got rid of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    haicap.case.SomethingElse.v1       | {"happened": {}, "state": {"unitId": "00004-20250701"}}
                    haicap.case.CrimeReportReceived.v1 | { broken
                    haicap.case.CrimeReportReceived.v1 | {"happened": {}}
                    haicap.case.CrimeReportReceived.v1 | {"happened": {}, "state": {"unitId": "00004-20250701", "open": "perhaps"}}
                    haicap.case.CrimeReportReceived.v1 | {"happened": {}, "state": {"unitId": "nowhere-20250701", "open": true, "receivedAt": "2026-01-05T00:00:00Z"}}
                    """)
    void aPoisonedMessageIsParkedSeenAndDroppedAndItsNeighboursGoOn(String type, String body) {
        var start = Picture.taken(house.as("wall")).position();
        try (var listener = Listener.to(house.as("wall"), "/api/v1/feed/city/stream", start)) {
            var key = "poison-" + UUID.randomUUID();
            send(key, type, body);
            var report =
                    house.as(house.unit(3).officer())
                            .accept(Paperwork.report())
                            .orFail()
                            .text("id");

            var message = awaitParked(key);
            listener.heard().await(told -> told.data().contains(report), PATIENCE);
            listener.heard().await(told -> told.data().contains("message-parked"), PATIENCE);
            assertThat(message.path("reason").asString()).isNotBlank();
            assertThat(house.system().run("status")).containsPattern("(?m)^reporting .* 1 +\\d+ ");
            assertThat(metric()).isPositive();

            var id = message.path("id").asString();
            assertThat(operator.get(PARKED + "/" + id).orFail().body()).contains(type);
            assertThat(operator.post(PARKED + "/" + id + "/retry", "").status()).isEqualTo(409);
            assertThat(house.as("wall").get(PARKED).status()).isEqualTo(403);
            drop(id);
            assertThat(operator.get(PARKED + "/" + id).status()).isEqualTo(404);
        }
    }

    private JsonNode awaitParked(String key) {
        return Awaitility.await("parked " + key)
                .atMost(PATIENCE)
                .until(() -> find(key), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> find(String key) {
        return parked().valueStream()
                .filter(message -> message.path("key").asString().equals(key))
                .findFirst();
    }

    private JsonNode parked() {
        return operator.get(PARKED + "?limit=500").orFail().json().path("items");
    }

    private void drop(String id) {
        operator.post(PARKED + "/" + id + "/drop", "").orFail();
    }

    /** As a scrape of the part sees it. */
    private double metric() {
        try (var reporting = InstanceDoor.of(house, Parts.REPORTING)) {
            return reporting.metric("haicap_parked");
        }
    }

    private void send(String key, String type, String body) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", house.system().kafka()),
                        new StringSerializer(),
                        new StringSerializer())) {
            var record = new ProducerRecord<>("haicap.case.v1", key, body);
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", key + "/1-1",
                            "ce_aggregate", "CrimeReport",
                            "ce_type", type,
                            "ce_source", "/test",
                            "ce_subject", key,
                            "ce_time", "2026-01-05T00:00:00Z",
                            "ce_unit", "00004-20250701",
                            "ce_version", "1-1",
                            "content-type", "application/json")
                    .forEach((name, value) ->
                            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }
}
