package haicap.casework.recount;

import static haicap.casework.testing.Bodies.intake;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import haicap.platform.testing.TestKafka;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecountTest {

    private static final String NOW = "2025-10-20T03:00:00Z";

    private final Caller reporting = Caller.system("internal.recount");

    @Test
    void countsByThePredicatesOfTheFigures() {
        var before = ofHoanKiem(NOW);
        receive("2025-10-19T17:00:00Z");
        receive("2025-10-19T16:59:59Z");
        receive("2025-10-15T04:00:00Z");
        receive("2025-10-01T04:00:00Z");

        var after = ofHoanKiem(NOW);

        assertThat(figure(after, "reportsReceivedToday") - figure(before, "reportsReceivedToday"))
                .isEqualTo(1);
        assertThat(figure(after, "reportsOpen") - figure(before, "reportsOpen")).isEqualTo(4);
        assertThat(figure(after, "reportsDueSoon") - figure(before, "reportsDueSoon")).isEqualTo(1);
        assertThat(figure(after, "reportsOverdue") - figure(before, "reportsOverdue")).isEqualTo(1);
        assertThat(after.at("/digest")).isNotEqualTo(before.at("/digest"));
    }

    @Test
    void givesEachFileOfAUnit() {
        var report = holding(Hanoi.CHIEF).post("/api/v1/crime-reports", intake());

        var answer = reporting.get("/internal/recount?at=" + NOW + "&unitId=" + Hanoi.BA_DINH);

        var file =
                answer.body()
                        .at("/items")
                        .valueStream()
                        .filter(each -> each.at("/id").asString().equals(report.at("/id")))
                        .findFirst()
                        .orElseThrow();
        assertThat(file.at("/version").asLong()).isEqualTo((1L << 40) + 1);
        assertThat(file.at("/dueAt").asString()).isEqualTo(report.at("/dueAt"));
        assertThat(file.at("/open").asBoolean()).isTrue();
    }

    @Test
    void namesOffsetsAtWhichAllThatWasCountedHasBeenTold() {
        var id = holding(Hanoi.DUTY).post("/api/v1/crime-reports", intake()).at("/id");

        var ends = reporting.get("/internal/recount?at=" + NOW).body().at("/endOffsets");

        assertThat(ends.propertyNames()).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(keysBefore(ends)).contains(id);
    }

    @Test
    void addsAPredecessorsFilesToItsHeirs() {
        CaseService.jdbc()
                .sql(
                        """
                        INSERT INTO crime_report
                            (id, version, unit_id, state, open, category, channel, urgent,
                             occurred_on, received_at, summary)
                        VALUES ('cr-old', 1, ?, 'RECEIVED', true, 'SO', 'PHONE', false,
                                '2025-02-01', '2025-02-01T00:00:00Z', 'x')
                        """)
                .param(Hanoi.DISTRICT)
                .update();
        try {
            var units = reporting.get("/internal/recount?at=" + NOW).body().at("/items");
            assertThat(units.valueStream().map(unit -> unit.at("/unitId").asString()))
                    .contains(Hanoi.PC01)
                    .doesNotContain(Hanoi.DISTRICT);
            assertThat(
                            reporting
                                    .get("/internal/recount?at=" + NOW + "&unitId=" + Hanoi.PC01)
                                    .response()
                                    .body())
                    .contains("cr-old");
        } finally {
            CaseService.jdbc().sql("DELETE FROM crime_report WHERE id = 'cr-old'").update();
        }
    }

    @Test
    void isForReconciliationOnly() {
        assertThat(holding(Hanoi.DIRECTOR).get("/internal/recount?at=" + NOW).status())
                .isEqualTo(403);
        assertThat(Caller.system("feed.city").get("/internal/recount?at=" + NOW).status())
                .isEqualTo(403);
    }

    private JsonNode ofHoanKiem(String at) {
        return reporting
                .get("/internal/recount?at=" + at)
                .body()
                .at("/items")
                .valueStream()
                .filter(unit -> unit.at("/unitId").asString().equals(Hanoi.HOAN_KIEM))
                .findFirst()
                .orElseGet(() -> new tools.jackson.databind.json.JsonMapper().readTree("{}"));
    }

    private static void receive(String receivedAt) {
        var answer =
                CaseService.clock()
                        .at(
                                NOW,
                                () ->
                                        holding(Hanoi.OTHER_DUTY)
                                                .post(
                                                        "/api/v1/crime-reports",
                                                        with(intake(), "receivedAt", receivedAt)));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static long figure(JsonNode unit, String name) {
        return unit.at("/figures/" + name).asLong(0);
    }

    private static List<String> keysBefore(JsonNode ends) {
        var config =
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrap());
        try (var consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    ends.propertyNames().stream()
                            .map(each ->
                                    new TopicPartition("haicap.case.v1", Integer.parseInt(each)))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var keys = new java.util.ArrayList<String>();
            while (partitions.stream()
                    .anyMatch(each ->
                            consumer.position(each) < ends.at("/" + each.partition()).asLong())) {
                consumer.poll(java.time.Duration.ofMillis(100))
                        .forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }
}
