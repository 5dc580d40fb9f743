package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.events.InboundEvent;
import haicap.reporting.files.CountedKind;
import haicap.reporting.testing.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the producers promise. */
class ArrivalContractTest {

    static Stream<Path> examples() throws IOException {
        return Stream.concat(
                Stream.concat(events("case"), events("inspection")), events("org-records"));
    }

    private static Stream<Path> events(String service) throws IOException {
        return Files.list(Path.of("../contracts/haicap." + service + ".v1"))
                .filter(file -> file.toString().endsWith(".json"))
                .filter(file -> !file.toString().endsWith(".schema.json"))
                .filter(file -> !file.getFileName().toString().startsWith("Reannouncement"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsEveryExample(Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\..*", "");
        var body = JsonMapper.shared().readTree(Files.readAllBytes(file));
        var state = body.get("state");
        var arrival = read(file.getParent().getFileName().toString(), name, body);
        assertThat(arrival.isPresent()).isEqualTo(CountedKind.isCounted(aggregate(name)));
        if (arrival.isEmpty()) {
            assertThat(name).startsWith("Campaign");
            return;
        }
        var fact = arrival.get().fact();
        assertThat(fact.kind()).isEqualTo(CountedKind.nameOf(aggregate(name)));
        assertThat(fact.topic()).isEqualTo(file.getParent().getFileName().toString());
        assertThat(fact.publicState()).doesNotContain("null").doesNotStartWith("{\"id\"");
        assertThat(fact.id()).isEqualTo(state.get("id").asString());
        assertThat(fact.unitId()).isEqualTo(state.get("unitId").asString());
        assertThat(fact.version()).isEqualTo((1L << 40) + 7);
        assertThat(fact.at(Instant.EPOCH).stream().anyMatch(open -> open.unitId() == null))
                .isEqualTo(countsWhileOpen(name) && state.path("open").asBoolean(false));
    }

    /** A transfer of a function is work, but in no figure. */
    private static boolean countsWhileOpen(String name) {
        return !name.startsWith("FunctionTransfer");
    }

    @ParameterizedTest
    @CsvSource({
        "case,CrimeReportReceived,crime-report-received",
        "case,CrimeReportHandedOver,crime-report-handed-over",
        "case,CrimeReportInstituted,crime-report-instituted",
        "inspection,VisitConcluded,visit-concluded",
        "inspection,ObstacleRaised,obstacle-raised"
    })
    void namesTheActivity(String service, String event, String activity) throws IOException {
        var topic = "haicap.%s.v1".formatted(service);
        var example = Path.of("..", "contracts", topic, event + ".json");
        var body = JsonMapper.shared().readTree(Files.readAllBytes(example));
        assertThat(read(topic, event, body).orElseThrow().activity()).isEqualTo(activity);
    }

    @Test
    void aCampaignIsToldByItsVisitsAndACountedFileWithoutUnitIsParked() throws IOException {
        var body = JsonMapper.shared().readTree("{\"happened\": {}, \"state\": {\"id\": \"x\"}}");

        assertThat(read("haicap.inspection.v1", "CampaignAnnounced", body)).isEmpty();
        assertThatThrownBy(() -> read("haicap.inspection.v1", "VisitConcluded", body))
                .hasMessageContaining("unitId");
    }

    /** A later version that counts it must not have missed anything. */
    @Test
    void ofAKindThatNobodyHasHeardOfAFactIsKeptThatCountsNowhere() throws IOException {
        var body =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"happened": {}, "state": {
                                    "id": "x", "unitId": "hanoi", "open": true, "note": null}}
                                """);

        var arrival = read("haicap.case.v1", "SomethingElse", body).orElseThrow();

        assertThat(arrival.fact().kind()).isEqualTo("SOMETHING");
        assertThat(arrival.fact().publicState()).isEqualTo("{\"open\":true}");
        assertThat(arrival.fact().spans()).isEmpty();
        assertThat(arrival.activity()).isNull();
    }

    /** {@code CrimeReportTemplate} is no {@code CrimeReport}, though its name begins like one. */
    @Test
    void anEventIsReadByItsExactAggregateAndNotByTheBeginningOfAName() throws IOException {
        var example = Path.of("../contracts/haicap.case.v1/CrimeReportReceived.json");
        var sent =
                Events.record(
                        "haicap.case.v1",
                        "x",
                        "CrimeReportTemplate",
                        "haicap.case.CrimeReportTemplateSet.v1",
                        7,
                        "hanoi",
                        Instant.EPOCH,
                        Files.readAllBytes(example));

        var fact = Arrival.of(InboundEvent.of(Events.arrived(sent))).orElseThrow().fact();
        assertThat(fact.kind()).isEqualTo("CRIME_REPORT_TEMPLATE");
        assertThat(fact.spans()).isEmpty();
    }

    @Test
    void anImportIsAppliedAndNeverTold() throws IOException {
        var example = Path.of("../contracts/haicap.case.v1/CrimeReportImported.json");
        var body = JsonMapper.shared().readTree(Files.readAllBytes(example));
        assertThat(read("haicap.case.v1", "CrimeReportImported", body).orElseThrow().activity())
                .isNull();
    }

    private static Optional<Arrival> read(String topic, String event, JsonNode body) {
        var state = body.get("state");
        var service = topic.split("\\.")[1];
        var sent =
                Events.record(
                        topic,
                        state.get("id").asString(),
                        aggregate(event),
                        "haicap.%s.%s.v1".formatted(service, event),
                        7,
                        state.path("unitId").asString("hanoi"),
                        Instant.parse("2025-10-01T02:15:31Z"),
                        body.toString().getBytes(StandardCharsets.UTF_8));
        return Arrival.of(InboundEvent.of(Events.arrived(sent)));
    }

    /** As the contracts name events: what it is about, then what happened, in one word or two. */
    private static String aggregate(String event) {
        return event.replaceFirst("(?<=[a-z])(?!Report(?!ed)|Transfer)[A-Z].*", "");
    }
}
