package haicap.casework.recount;

import static haicap.casework.testing.Bodies.intake;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
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
import tools.jackson.databind.json.JsonMapper;

class RecountTest {

    private static final String NOW = "2025-10-20T03:00:00Z";

    private static final String PATH = "/api/v1/crime-reports";
    private static final String RECOUNT = "/internal/recount?kind=CRIME_REPORT&at=";

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

        var answer = reporting.get(RECOUNT + NOW + "&unitId=" + Hanoi.BA_DINH);

        var file =
                answer.body()
                        .at("/items")
                        .valueStream()
                        .filter(each -> each.at("/id").asString().equals(report.at("/id")))
                        .findFirst()
                        .orElseThrow();
        assertThat(file.at("/version").asLong()).isEqualTo((1L << 40) + 1);
        assertThat(file.at("/public/dueAt").asString()).isEqualTo(report.at("/dueAt"));
        assertThat(file.at("/public/open").asBoolean()).isTrue();
    }

    @Test
    void namesOffsetsAtWhichAllThatWasCountedHasBeenTold() {
        var id = holding(Hanoi.DUTY).post("/api/v1/crime-reports", intake()).at("/id");

        var ends = reporting.get(RECOUNT + NOW).body().at("/endOffsets");

        assertThat(ends.propertyNames()).containsExactlyInAnyOrder("0", "1", "2");
        assertThat(keysBefore(ends)).contains(id);
    }

    @Test
    void addsAPredecessorsFilesToItsHeirs() {
        CaseService.jdbc()
                .sql(
                        """
                        INSERT INTO record
                            (id, number, kind, version, schema_version, unit_id, state, open,
                             opened_at, body, texts, public)
                        VALUES ('cr-old', 'OLD/TB/2025/0001', 'crime-report', 1, 1, :unit, 'RECEIVED', true,
                                '2025-02-01T00:00:00Z', '{"receivedBy": "d001", "handOvers": []}',
                                '{}', '{}')
                        """)
                .param("unit", Hanoi.DISTRICT)
                .update();
        try {
            var units = reporting.get(RECOUNT + NOW).body().at("/items");
            assertThat(units.valueStream().map(unit -> unit.at("/unitId").asString()))
                    .contains(Hanoi.PC01)
                    .doesNotContain(Hanoi.DISTRICT);
            assertThat(reporting.get(RECOUNT + NOW + "&unitId=" + Hanoi.PC01).response().body())
                    .contains("cr-old");
        } finally {
            CaseService.jdbc().sql("DELETE FROM record WHERE id = 'cr-old'").update();
        }
    }

    @Test
    void whatAUnitDidStaysItsOwnWhoeverHasTheReportNow() {
        var before = units(NOW);
        var handed = handedOver("2025-10-16T03:00:00Z");
        var other = handedOver("2025-10-16T03:00:00Z");
        decide(handed, "institution", "2025-10-17T03:00:00Z");
        decide(other, "non-institution", "2025-10-17T03:00:00Z");

        var after = units(NOW);

        assertThat(grown(before, after, Hanoi.BA_DINH, "reportsHandedOverThisMonth")).isEqualTo(2);
        assertThat(grown(before, after, Hanoi.PC01, "reportsHandedOverThisMonth")).isZero();
        assertThat(grown(before, after, Hanoi.PC01, "reportsInstitutedThisMonth")).isEqualTo(1);
        assertThat(grown(before, after, Hanoi.PC01, "reportsNotInstitutedThisMonth")).isEqualTo(1);
        assertThat(grown(before, after, Hanoi.BA_DINH, "reportsOpen")).isZero();
        assertThat(grown(before, after, Hanoi.PC01, "reportsOpen")).isZero();
        assertThat(of(after, Hanoi.PC01).at("/files").asLong())
                .isEqualTo(of(before, Hanoi.PC01).at("/files").asLong() + 2);
    }

    @Test
    void aReportingMonthRunsFromThe15thToThe14th() {
        var last = "2025-11-14T16:59:59Z";
        var next = "2025-11-14T17:00:00Z";
        var before = units(last);
        var beforeNext = units(next);
        decide(handedOver("2025-10-14T16:59:59Z"), "non-institution", "2025-10-14T17:00:00Z");

        assertThat(grown(before, units(last), Hanoi.BA_DINH, "reportsHandedOverThisMonth"))
                .isZero();
        assertThat(grown(before, units(last), Hanoi.PC01, "reportsNotInstitutedThisMonth"))
                .isEqualTo(1);
        assertThat(grown(beforeNext, units(next), Hanoi.PC01, "reportsNotInstitutedThisMonth"))
                .isZero();
    }

    @Test
    void theDigestIsThatOfWhatIsListed() {
        var handed = handedOver("2025-10-16T03:00:00.000123Z");
        decide(handed, "institution", "2025-10-17T03:00:00Z");
        var files = files(Hanoi.PC01);

        assertThat(files.toString()).contains("000123Z");
        assertThat(of(units(NOW), Hanoi.PC01).at("/digest").asLong())
                .isEqualTo(
                        CaseService.jdbc()
                                .sql(
                                        """
                                        SELECT bit_xor(hashtextextended(
                                                   id, hashint8extended(version, jsonb_hash_extended(public, 0))))
                                        FROM jsonb_to_recordset(:items::jsonb)
                                            AS file (id text, version bigint, public jsonb)
                                        """)
                                .param("items", files.toString())
                                .query(Long.class)
                                .single());
    }

    @Test
    void countsOnlyCrimeReports() {
        var path = "/internal/recount?at=" + NOW + "&kind=";

        assertThat(reporting.get(path + "CRIME_REPORT").status()).isEqualTo(200);
        assertThat(reporting.get(path + "OBSTACLE").status()).isEqualTo(400);
    }

    private static Caller.Answered handedOver(String at) {
        return CaseService.clock()
                .at(
                        at,
                        () -> {
                            var report = holding(Hanoi.CHIEF).post(PATH, intake());
                            return holding(Hanoi.CHIEF)
                                    .post(
                                            PATH + "/" + report.at("/id") + "/hand-over",
                                            Bodies.handOverTo(Hanoi.PC01),
                                            "If-Match",
                                            report.header("ETag"));
                        });
    }

    private static void decide(Caller.Answered seen, String action, String at) {
        var answer =
                CaseService.clock()
                        .at(
                                at,
                                () ->
                                        holding(Hanoi.PC01_HEAD)
                                                .post(
                                                        PATH + "/" + seen.at("/id") + "/" + action,
                                                        Bodies.ruling(),
                                                        "If-Match",
                                                        seen.header("ETag")));
        assertThat(answer.status()).isEqualTo(200);
    }

    private JsonNode units(String at) {
        return reporting.get(RECOUNT + at).body().at("/items");
    }

    private JsonNode files(String unit) {
        return reporting.get(RECOUNT + NOW + "&unitId=" + unit).body().at("/items");
    }

    private static JsonNode of(JsonNode units, String id) {
        return units.valueStream()
                .filter(unit -> unit.at("/unitId").asString().equals(id))
                .findFirst()
                .orElseGet(() -> new JsonMapper().readTree("{}"));
    }

    private static long grown(JsonNode before, JsonNode after, String unit, String figure) {
        return figure(of(after, unit), figure) - figure(of(before, unit), figure);
    }

    @Test
    void isForReconciliationOnly() {
        assertThat(holding(Hanoi.DIRECTOR).get(RECOUNT + NOW).status()).isEqualTo(403);
        assertThat(Caller.system("feed.city").get(RECOUNT + NOW).status()).isEqualTo(403);
    }

    private JsonNode ofHoanKiem(String at) {
        return of(units(at), Hanoi.HOAN_KIEM);
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
                                                        with(
                                                                with(
                                                                        intake(),
                                                                        "occurredOn",
                                                                        "2025-09-30"),
                                                                "receivedAt",
                                                                receivedAt)));
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
