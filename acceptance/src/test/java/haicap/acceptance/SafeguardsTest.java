package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.Parts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is written in a file stays in the file; and whoever writes too much is told so. */
@InTheHouse
@Order(5)
class SafeguardsTest {

    private static final String NUMBER = "0912 345 678";

    private final House house;

    SafeguardsTest(House house) {
        this.house = house;
        AccessThings.in(house);
    }

    @Test
    void noTextOfAFileIsTold() {
        var canary = AccessThings.CANARY.substring(AccessThings.CANARY.length() - 36);
        assertThat(house.as("director").get("/api/v1/crime-reports?limit=1").accepted()).isTrue();

        var records = everyRecord();

        assertThat(records).hasSizeGreaterThan(100);
        assertThat(records).noneMatch(record -> record.contains(canary) || record.contains(NUMBER));
    }

    @Test
    void noTextOfAFileIsInALogOrAMetric() throws IOException {
        var canary = AccessThings.CANARY.substring(AccessThings.CANARY.length() - 36);
        for (var instance : house.system().instances()) {
            var log = house.system().log(instance);
            if (Files.exists(log)) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                        .as(instance)
                        .doesNotContain(canary, NUMBER);
            }
        }
        for (var part :
                List.of(Parts.ORG_STRUCTURE, Parts.CASE, Parts.INSPECTION, Parts.REPORTING)) {
            try (var door = InstanceDoor.of(house, part)) {
                assertThat(door.metrics())
                        .contains("haicap_audit_unsealed")
                        .doesNotContain(canary, NUMBER);
            }
        }
    }

    @Test
    void theCitysPictureHoldsNoText() {
        assertThat(house.as("wall").get("/api/v1/feed/city").orFail().body())
                .doesNotContain("chim hoàng yến", NUMBER);
    }

    @Test
    void aTextThatLooksLikeAPersonalNumberIsTakenWithAWarning() {
        var officer = house.as(house.unit(34).officer());
        var report = Paperwork.report();
        var told = report.body().replace("Mất trộm", "CCCD 001099012345, gọi " + NUMBER + ", mất");

        var plain = officer.accept(report).orFail();
        var warned = officer.accept(new Write(report.path(), told)).orFail();

        assertThat(plain.json().has("warnings")).isFalse();
        var warnings = warned.json().path("warnings");
        assertThat(warnings.valueStream().map(each -> each.path("code").asString()))
                .containsExactly("identity-number-suspected", "telephone-number-suspected");
        assertThat(warnings.valueStream())
                .allSatisfy(each -> {
                    assertThat(each.path("pointer").asString()).isEqualTo("/summary");
                    assertThat(each.path("detail").asString()).isNotBlank().doesNotContain("0912");
                });
    }

    @Test
    void recordsAndExportsSayHowTheyMayBeHandled() {
        var officer = house.as(house.unit(34).officer());
        var report = officer.accept(Paperwork.report()).orFail();
        var obstacle = officer.accept(Paperwork.obstacle()).orFail();
        var list = "/api/v1/crime-reports?limit=1&unitId=" + house.unit(34).id();
        var listed = officer.get(list).orFail().json();
        var units = officer.get("/api/v1/units?limit=1").orFail().json();

        var csv =
                officer.get("/api/v1/crime-reports/export?unitId=" + house.unit(34).id()).orFail();

        assertThat(report.text("classification")).isEqualTo("RESTRICTED");
        assertThat(obstacle.text("classification")).isEqualTo("RESTRICTED");
        assertThat(listed.at("/items/0/classification").asString()).isEqualTo("RESTRICTED");
        assertThat(units.at("/items/0/classification").asString()).isEqualTo("INTERNAL");
        assertThat(csv.body().lines().toList().get(0)).endsWith(",watermark");
        assertThat(csv.body().lines().toList().get(1))
                .matches(
                        ".*,%s %s 20\\S+Z"
                                .formatted(
                                        report.text("classification"), house.unit(34).officer()));
    }

    private List<String> everyRecord() {
        var settings =
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        house.system().kafka(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        var records = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.listTopics().entrySet().stream()
                            .filter(topic -> topic.getKey().startsWith("haicap."))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(record ->
                                        records.add(text(record.value()) + record.headers()));
                        return partitions.stream()
                                .allMatch(each -> consumer.position(each) >= ends.get(each));
                    });
        }
        return records;
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
