package haicap.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.recount.Part;
import haicap.reporting.facts.FactsAtSource;
import haicap.reporting.files.Appointment;
import haicap.reporting.files.Counted;
import haicap.reporting.files.CrimeReport;
import haicap.reporting.files.CrimeReport.HandOver;
import haicap.reporting.files.Fact;
import haicap.reporting.files.Finding;
import haicap.reporting.files.Obstacle;
import haicap.reporting.files.Visit;
import haicap.reporting.testing.City;
import haicap.reporting.testing.Client;
import haicap.reporting.testing.Events;
import haicap.reporting.testing.RandomFacts;
import haicap.reporting.testing.Reporting;
import haicap.reporting.testing.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Over HTTP, with sources that hold what a test lets them hold. */
class ReconciliationTest {

    private static final String PATH = "/api/v1/reconciliation";
    private static final long FIRST = (1L << 40) + 1;

    private final Reporting reporting = Reporting.shared();
    private final JdbcTemplate jdbc = reporting.jdbc();
    private final Client auditor = Client.system("audit", reporting);
    private final Instant now = reporting.clock().instant();
    private final String id = UUID.randomUUID().toString();
    private final Fact report = fact("cr-", City.PC01, report(now, City.BA_DINH));
    private final Fact visit = fact("vi-", City.HOAN_KIEM, visit());
    private final Fact finding = fact("fi-", City.BA_DINH, new Finding(true, null, null, now));
    private final Fact obstacle =
            fact("ob-", City.HOAN_KIEM, new Obstacle(null, true, null, null, null));
    private final Fact appointment =
            fact("appointment-", City.TRUC_BACH, new Appointment(City.CHIEF, now));

    private Fact fact(String prefix, String unit, Counted matter) {
        return Told.fact(prefix + id, FIRST, unit, matter);
    }

    private static CrimeReport report(Instant now, String receivedBy) {
        var handOvers = List.of(new HandOver(now, receivedBy));
        var due = now.plus(Duration.ofDays(9));
        return new CrimeReport(now, true, due, null, receivedBy, handOvers, null, null, null);
    }

    private static Visit visit() {
        return new Visit(
                LocalDate.parse("2025-09-01"),
                LocalDate.parse("2025-10-20"),
                null,
                null,
                Instant.parse("2025-10-01T00:00:00Z"));
    }

    @BeforeEach
    void filesComeIn() {
        jdbc.update("DELETE FROM parked");
        Events.send(
                Events.of(report, "CrimeReportHandedOver", now),
                Events.of(visit, "VisitConcluded", now),
                Events.of(finding, "FindingRecorded", now),
                Events.of(obstacle, "ObstacleRaised", now),
                Events.of(appointment, "AppointmentMade", now));
        for (var file : List.of(report, visit, finding, obstacle, appointment)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> version(file.id()) == FIRST);
        }
        hold(FactsAtSource.as(reporting));
    }

    private void hold(FactsAtSource facts) {
        reporting.cases().holds(facts);
        reporting.inspections().holds(facts);
        reporting.organisation().holds(facts);
    }

    @AfterEach
    void sourcesForget() {
        reporting.cases().forgets();
        reporting.inspections().forgets();
        reporting.organisation().forgets();
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() {
        var found = auditor.json(PATH);
        assertThat(found.get("differences")).isEmpty();
        assertThat(found.get("inFlight").asInt()).isZero();
        assertThat(found.get("unitsChecked").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(found.get("figuresChecked").asInt())
                .isEqualTo(found.get("unitsChecked").asInt() * 12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cr-|public = jsonb_set(public, '{open}', 'false')|files|pc01-20250101",
                "cr-|public = public - 'handOvers'|files|pc01-20250101",
                "cr-|version = version - 1|files|pc01-20250101",
                "vi-|public = public - 'concludedAt'|files|00070-20250701",
                "appointment-|public = public - 'postId'|files|00004-20250701",
                "appointment-|version = version - 1|files|00004-20250701",
                "ob-|unit_id = '00004-20250701'|obstaclesOpen|00070-20250701"
            })
    void namesTheFileWhoseFactWasChanged(String file, String change, String figure, String unit) {
        jdbc.update("UPDATE fact SET " + change + " WHERE id = ?", file + id);
        try {
            var differences = auditor.json(PATH).get("differences");
            assertThat(differences)
                    .isNotEmpty()
                    .allMatch(each -> each.at("/files/0").asString().equals(file + id));
            assertThat(differences)
                    .anyMatch(each ->
                            each.get("unitId").asString().equals(unit)
                                    && each.get("figure").asString().equals(figure));
        } finally {
            putBack();
        }
        assertThat(auditor.json(PATH).get("differences")).isEmpty();
    }

    @Test
    void namesTheFilesWhoseFactsWereDeletedOrAddedByHand() {
        jdbc.update("DELETE FROM fact WHERE id = ?", finding.id());
        jdbc.update(
                """
                INSERT INTO fact
                    (id, kind, topic, version, unit_id, public, figures, units, since, until)
                VALUES (?, 'OBSTACLE', 'haicap.inspection.v1', 1, ?, '{"open": true}',
                        '{obstaclesOpen}', '{NULL}', '{-infinity}', '{infinity}')
                """,
                "added-" + id,
                City.BA_DINH);
        try {
            var differences = auditor.json(PATH).get("differences");
            assertThat(reasons(differences, finding.id())).containsOnly(Comparison.MISSING);
            assertThat(reasons(differences, "added-" + id)).containsOnly(Comparison.UNKNOWN);
            assertThat(differences).allMatch(each -> each.get("files").size() == 1);
        } finally {
            putBack();
        }
    }

    /** Each is compared, however many there are, and so many are held at once. */
    @Test
    void comparesTheFilesOfAUnitPartByPart() {
        closedObstacles(2 * Part.MOST + 10);
        hold(FactsAtSource.as(reporting));
        var first = "many-1-" + id;
        var last = "many-9999-" + id;
        jdbc.update("UPDATE fact SET version = version - 1 WHERE id = ?", first);
        jdbc.update("DELETE FROM fact WHERE id = ?", last);
        try {
            var differences = auditor.json(PATH).get("differences");
            assertThat(differences).hasSize(1);
            assertThat(reasons(differences, first)).containsExactly(Comparison.OLDER);
            assertThat(reasons(differences, last)).containsExactly(Comparison.MISSING);
            assertThat(differences.at("/0/files")).hasSize(2);
            assertThat(reporting.inspections().most()).isEqualTo(Part.MOST);
        } finally {
            jdbc.update("DELETE FROM fact WHERE id LIKE 'many-%'");
        }
    }

    @Test
    void namesSomeOfVeryManyFilesAndCountsAll() {
        closedObstacles(Difference.NAMED + 100);
        hold(FactsAtSource.as(reporting));
        jdbc.update("DELETE FROM fact WHERE id LIKE 'many-%'");

        var differences = auditor.json(PATH).get("differences");

        assertThat(differences).hasSize(1);
        assertThat(differences.at("/0/files")).hasSize(Difference.NAMED);
        assertThat(differences.at("/0/recounted").asLong() - differences.at("/0/reported").asLong())
                .isEqualTo(Difference.NAMED + 100);
    }

    private void closedObstacles(int many) {
        jdbc.update(
                """
                INSERT INTO fact
                    (id, kind, topic, version, unit_id, public, figures, units, since, until)
                SELECT 'many-' || n || '-' || ?, 'OBSTACLE', 'haicap.inspection.v1', ?, ?,
                       '{"open": false}', '{}', '{}', '{}', '{}'
                FROM generate_series(1, ?) AS n
                """,
                id,
                FIRST,
                City.BA_DINH,
                many);
    }

    @Test
    void findsAFigureThatIsNotWhatTheFactsSay() {
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
        Events.send(Events.crimeReport("Received", unknown, 1, "66666-20990101", now, null));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !jdbc.queryForList("SELECT 1 FROM parked WHERE key = ?", unknown)
                                .isEmpty());
        var differences = auditor.json(PATH).get("differences");
        assertThat(reasons(differences, unknown))
                .containsExactly("parked: unknown-unit 66666-20990101");
        assertThat(differences).hasSize(1);
    }

    @Test
    void findsNothingElseUnderLoad() throws Exception {
        var source = FactsAtSource.as(reporting);
        hold(source);
        jdbc.update("UPDATE fact SET public = '{}' WHERE id = ?", obstacle.id());
        var running = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> writeTo(source, running));
        try {
            for (int i = 0; i < 4; i++) {
                assertThat(auditor.json(PATH).get("differences"))
                        .hasSize(1)
                        .allMatch(each -> each.at("/files/0").asString().equals(obstacle.id()));
            }
        } finally {
            running.set(false);
            writer.join();
            jdbc.update(
                    "UPDATE fact SET public = ?::jsonb WHERE id = ?",
                    obstacle.publicState(),
                    obstacle.id());
        }
    }

    /** Each write and its event at once; a recount comes before both or after both. */
    private void writeTo(FactsAtSource source, AtomicBoolean running) {
        var facts = new RandomFacts(5, now, List.of(City.BA_DINH, City.HOAN_KIEM, City.PC01));
        var random = new Random(5);
        for (int i = 0; running.get(); i++) {
            var fact = facts.one("load-" + random.nextInt(40) + id, FIRST + i);
            reporting
                    .cases()
                    .atOnce(() ->
                            reporting
                                    .inspections()
                                    .atOnce(() -> {
                                        source.save(fact);
                                        var event = Events.aggregate(fact) + "Changed";
                                        Events.send(Events.of(fact, event, now));
                                    }));
        }
    }

    @Test
    void isForAuditorsAndTheDirector() {
        assertThat(Client.holding(City.DIRECTOR, reporting).get(PATH).statusCode()).isEqualTo(200);
        assertThat(Client.holding(City.CHIEF, reporting).get(PATH).statusCode()).isEqualTo(403);
        assertThat(Client.system("feed.city", reporting).get(PATH).statusCode()).isEqualTo(403);
    }

    private void obstaclesOf(String unit, int more) {
        jdbc.update(
                """
                UPDATE unit_figures
                SET figures = jsonb_set(
                    figures, '{obstaclesOpen}',
                    to_jsonb(coalesce((figures ->> 'obstaclesOpen')::int, 0) + ?))
                WHERE unit_id = ?
                """,
                more,
                unit);
    }

    private long version(String file) {
        return jdbc.queryForList("SELECT version FROM fact WHERE id = ?", Long.class, file).stream()
                .findFirst()
                .orElse(0L);
    }

    private void putBack() {
        jdbc.update("DELETE FROM fact WHERE id LIKE '%' || ?", "added-" + id);
        jdbc.update("DELETE FROM fact WHERE id IN (SELECT id FROM source.fact)");
        jdbc.update(
                """
                INSERT INTO fact (id, kind, topic, version, unit_id, public, figures, units, since,
                     until, next_at, previous_at)
                SELECT id, kind, topic, version, unit_id, public, figures, units, since,
                     until, next_at, previous_at
                FROM source.fact
                """);
    }

    private static List<String> reasons(JsonNode differences, String file) {
        return differences.findValues("reasons").stream()
                .filter(reasons -> reasons.has(file))
                .map(reasons -> reasons.get(file).asString())
                .toList();
    }
}
