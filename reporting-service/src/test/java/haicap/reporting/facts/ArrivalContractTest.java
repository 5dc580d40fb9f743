package haicap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.events.Received;
import haicap.reporting.testing.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the producers promise. */
class ArrivalContractTest {

    @ParameterizedTest
    @CsvSource({
        "case,CrimeReportReceived,CRIME_REPORT,crime-report-received",
        "case,CrimeReportClassified,CRIME_REPORT,crime-report-classified",
        "case,CrimeReportAssigned,CRIME_REPORT,crime-report-assigned",
        "inspection,ObstacleRaised,OBSTACLE,obstacle-raised"
    })
    void readsTheExampleOfThe(String service, String event, FileKind kind, String activity)
            throws IOException {
        var example =
                Files.readAllBytes(
                        Path.of("../contracts/haicap.%s.v1/%s.json".formatted(service, event)));
        var state = JsonMapper.shared().readTree(example).get("state");
        var sent =
                Events.record(
                        "haicap." + service + ".v1",
                        state.get("id").asString(),
                        "haicap." + service + "." + event + ".v1",
                        7,
                        state.get("unitId").asString(),
                        Instant.parse("2025-10-01T02:15:31Z"),
                        example);
        var arrival = Arrival.of(Received.of(Events.arrived(sent))).orElseThrow();
        var fact = arrival.fact();
        assertThat(arrival.activity()).isEqualTo(activity);
        assertThat(fact.kind()).isEqualTo(kind);
        assertThat(fact.id()).isEqualTo(state.get("id").asString());
        assertThat(fact.unitId()).isEqualTo(state.get("unitId").asString());
        assertThat(fact.open()).isEqualTo(state.get("open").asBoolean());
        assertThat(fact.version()).isEqualTo((1L << 40) + 7);
        assertThat(fact.dueAt() == null).isEqualTo(!state.hasNonNull("dueAt"));
    }
}
