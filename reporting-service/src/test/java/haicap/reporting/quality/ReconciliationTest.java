package haicap.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.reporting.facts.CountedFacts;
import haicap.reporting.facts.Fact;
import haicap.reporting.facts.FileKind;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.Reporting;
import haicap.reporting.testing.SourceStub.Recounted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Over HTTP, with sources that say what a test lets them say. */
class ReconciliationTest {

    private static final String PATH = "/api/v1/reconciliation";

    private final Reporting reporting = Reporting.shared();
    private final JdbcTemplate jdbc = reporting.jdbc();
    private final Client auditor = Client.system("audit", reporting);
    private final String report = "cr-" + UUID.randomUUID();
    private final String obstacle = "ob-" + UUID.randomUUID();

    @BeforeEach
    void filesComeIn() {
        jdbc.update("DELETE FROM parked");
        var now = reporting.clock().instant();
        Events.send(
                Events.crimeReport(
                        "Received", report, 2, City.BA_DINH, now, now.plus(Duration.ofDays(9))),
                Events.obstacleRaised(obstacle, City.HOAN_KIEM, now));
    }

    @AfterEach
    void sourcesForget() {
        reporting.cases().answers(Recounted.NOTHING);
        reporting.inspections().answers(Recounted.NOTHING);
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() {
        sourcesAgree();
        var found = auditor.json(PATH);
        assertThat(found.get("differences")).isEmpty();
        assertThat(found.get("inFlight").asInt()).isZero();
        assertThat(found.get("unitsChecked").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(found.get("figuresChecked").asInt())
                .isEqualTo(found.get("unitsChecked").asInt() * 5);
    }

    @Test
    void namesTheFileThatIsOlderHereThanAtItsSource() {
        sourcesAgree();
        reporting.cases().answers(changed(report, "version", (1L << 40) + 3));
        var difference = only(auditor.json(PATH));
        assertThat(difference.get("unitId").asString()).isEqualTo(City.BA_DINH);
        assertThat(difference.at("/files/0").asString()).isEqualTo(report);
        assertThat(difference.at("/reasons/" + report).asString()).isEqualTo(Comparison.OLDER);
    }

    @Test
    void namesTheFileWhoseFigureDiffers() {
        sourcesAgree();
        reporting.cases().answers(changed(report, "open", false));
        var difference = only(auditor.json(PATH));
        assertThat(difference.get("figure").asString()).isEqualTo("reportsOpen");
        assertThat(difference.get("reported").asLong() - difference.get("recounted").asLong())
                .isOne();
        assertThat(difference.at("/files/0").asString()).isEqualTo(report);
    }

    @Test
    void findsAFigureThatIsNotWhatTheFactsSay() {
        sourcesAgree();
        obstaclesOf(City.HOAN_KIEM, 98);
        try {
            var differences = auditor.json(PATH).get("differences");
            assertThat(differences).hasSize(2);
            var wrong = differences.get(0);
            assertThat(wrong.get("unitId").asString()).isEqualTo(City.HOAN_KIEM);
            assertThat(wrong.get("reported").asLong())
                    .isEqualTo(98 + wrong.get("recounted").asLong());
            assertThat(differences.get(1).get("unitId").asString()).isEqualTo(Difference.CITY);
        } finally {
            obstaclesOf(City.HOAN_KIEM, -98);
        }
    }

    @Test
    void aParkedFileIsADifferenceWithItsReason() {
        var unknown = "cr-" + UUID.randomUUID();
        Events.send(
                Events.crimeReport(
                        "Received",
                        unknown,
                        1,
                        "66666-20990101",
                        reporting.clock().instant(),
                        null));
        sourcesAgree();
        var difference = only(auditor.json(PATH));
        assertThat(difference.at("/files/0").asString()).isEqualTo(unknown);
        assertThat(difference.at("/reasons/" + unknown).asString())
                .isEqualTo("parked: unknown-unit 66666-20990101");
    }

    @Test
    void isForAuditorsAndTheDirector() {
        sourcesAgree();
        assertThat(Client.holding(City.DIRECTOR, reporting).get(PATH).statusCode()).isEqualTo(200);
        assertThat(Client.holding(City.CHIEF, reporting).get(PATH).statusCode()).isEqualTo(403);
        assertThat(Client.system("feed.city", reporting).get(PATH).statusCode()).isEqualTo(403);
    }

    private void obstaclesOf(String unit, int more) {
        jdbc.update(
                """
                UPDATE unit_figures
                SET figures = jsonb_set(
                    figures, '{obstaclesOpen}', to_jsonb((figures ->> 'obstaclesOpen')::int + ?))
                WHERE unit_id = ?
                """,
                more,
                unit);
    }

    /** Both sources hold exactly what has been heard of here. */
    private void sourcesAgree() {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        jdbc.queryForList(
                                                "SELECT id FROM fact WHERE id IN (?, ?)",
                                                String.class,
                                                report,
                                                obstacle)
                                        .size()
                                == 2);
        reporting.cases().answers(recounted(FileKind.CRIME_REPORT));
        reporting.inspections().answers(recounted(FileKind.OBSTACLE));
    }

    private Recounted recounted(FileKind kind) {
        var found = reporting.bean(OwnCount.class).at(reporting.clock().instant());
        var sums =
                found.shares().entrySet().stream()
                        .filter(share -> share.getKey().kind() == kind)
                        .map(Map.Entry::getValue)
                        .toList();
        return new Recounted(sums, List.of());
    }

    /** The case service, which has one file otherwise. */
    private Recounted changed(String id, String field, Object value) {
        var agreed = recounted(FileKind.CRIME_REPORT);
        var sums = new ArrayList<Object>();
        for (var sum : agreed.sums()) {
            var unit = (SourceSums.UnitSums) sum;
            sums.add(
                    unit.unitId().equals(City.BA_DINH)
                            ? new SourceSums.UnitSums(
                                    unit.unitId(), unit.files(), ~unit.digest(), unit.figures())
                            : unit);
        }
        var files = new ArrayList<Object>();
        reporting
                .bean(CountedFacts.class)
                .heldBy(City.BA_DINH, FileKind.CRIME_REPORT)
                .values()
                .forEach(fact -> {
                    var file = file(fact);
                    if (fact.id().equals(id)) {
                        file.put(field, value);
                    }
                    files.add(file);
                });
        return new Recounted(sums, files);
    }

    private static Map<String, Object> file(Fact fact) {
        var file = new HashMap<String, Object>();
        file.put("id", fact.id());
        file.put("unitId", City.BA_DINH);
        file.put("version", fact.version());
        file.put("open", fact.open());
        file.put("receivedAt", fact.beganAt().toString());
        file.put("dueAt", fact.dueAt() == null ? null : fact.dueAt().toString());
        return file;
    }

    private static JsonNode only(JsonNode reconciliation) {
        assertThat(reconciliation.get("differences")).hasSize(1);
        return reconciliation.get("differences").get(0);
    }
}
