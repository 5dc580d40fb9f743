package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import haicap.platform.events.EventJson;
import haicap.platform.outbox.Reannouncements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CaseContractTest {

    private static final Path CONTRACTS = Path.of("../contracts/haicap.case.v1");
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CrimeReportReceived",
                "CrimeReportClassified",
                "CrimeReportAssigned",
                "CrimeReportHandedOver",
                "CrimeReportExtended",
                "CrimeReportInstituted",
                "CrimeReportNotInstituted",
                "CrimeReportDutyCompleted",
                "CrimeReportCorrected",
                "CrimeReportPostChanged",
                "CrimeReportDocumentAdded",
                "CrimeReportDocumentWithdrawn",
                "CrimeReportLinked",
                "CrimeReportReferenceAdded",
                "CrimeReportImported",
                "CrimeReportSnapshot",
                "ReannouncementBegan",
                "ReannouncementEnded"
            })
    void theExampleKeepsTheSchema(String event) throws IOException {
        var example = Files.readString(CONTRACTS.resolve(event + ".json"));

        assertThat(schema(event).validate(example, InputFormat.JSON)).isEmpty();
    }

    @Test
    void everyEventThatIsToldKeepsItsSchemaAndLooksLikeTheExample() throws IOException {
        var assigned = Reports.assign(holding(Hanoi.CHIEF), Reports.classified(), Hanoi.DUTY);
        var head = holding(Hanoi.PC01_HEAD);
        var extended = Reports.decide(head, Reports.handedOver(assigned), "extension", ruling());
        var instituted = Reports.decide(head, extended, "institution", ruling());
        Reports.decide(head, instituted, "duties/decision-dispatch/completion", ruling());

        CaseService.bean(Reannouncements.class).request("asked for by a test");
        await().until(() -> !told("reannouncement-ended").isEmpty());

        var told = told(assigned.at("/id"));
        told.putAll(told("reannouncement-began"));
        told.putAll(told("reannouncement-ended"));
        told.putAll(told(Reports.notInstituted().at("/id")));
        told.putAll(told(imported()));
        told.putAll(told(CorrectReportTest.corrected().at("/id")));
        told.putAll(told(PostHandOverTest.handedOver()));
        told.putAll(told(PapersOfReportsTest.withPapers()));

        assertThat(told)
                .containsOnlyKeys(
                        "CrimeReportReceived",
                        "CrimeReportClassified",
                        "CrimeReportAssigned",
                        "CrimeReportHandedOver",
                        "CrimeReportExtended",
                        "CrimeReportInstituted",
                        "CrimeReportNotInstituted",
                        "CrimeReportDutyCompleted",
                        "CrimeReportCorrected",
                        "CrimeReportPostChanged",
                        "CrimeReportDocumentAdded",
                        "CrimeReportDocumentWithdrawn",
                        "CrimeReportLinked",
                        "CrimeReportReferenceAdded",
                        "CrimeReportImported",
                        "CrimeReportSnapshot",
                        "ReannouncementBegan",
                        "ReannouncementEnded");
        for (var event : told.entrySet()) {
            assertThat(schema(event.getKey()).validate(event.getValue(), InputFormat.JSON))
                    .as(event.getValue())
                    .isEmpty();
            var example = Files.readString(CONTRACTS.resolve(event.getKey() + ".json"));
            assertThat(fields(event.getValue())).isEqualTo(fields(example));
        }
    }

    private static String imported() {
        var csv =
                """
                unit_id,register_number,received_at,occurred_on,category,severity,channel,urgent,\
                summary,outcome,decided_at,decision_number\
                """
                        + "\n,old-register-1,2025-09-01,2025-08-30,SO,,DOCUMENT,no,Mất xe,,,\n";
        holding(Hanoi.CHIEF).postCsv("/api/v1/crime-report-imports", csv);
        return CaseService.jdbc()
                .sql("SELECT file_id FROM register_entry WHERE register_number = 'old-register-1'")
                .query(String.class)
                .single();
    }

    private static Map<String, String> told(String id) {
        return CaseService.jdbc()
                .sql("SELECT type, body FROM outbox WHERE key = ? ORDER BY id")
                .param(id)
                .query((rs, row) ->
                        Map.entry(
                                rs.getString(1).replaceAll("haicap\\.[a-z]+\\.(.*)\\.v1", "$1"),
                                rs.getString(2)))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, HashMap::new));
    }

    private static Schema schema(String event) throws IOException {
        return SCHEMAS.getSchema(Files.readString(CONTRACTS.resolve(event + ".schema.json")));
    }

    private static Map<String, java.util.List<String>> fields(String body) {
        var json = EventJson.read(body, JsonNode.class);
        return Map.of(
                "happened", json.at("/happened").propertyNames().stream().sorted().toList(),
                "state", json.at("/state").propertyNames().stream().sorted().toList());
    }
}
