package haicap.inspection.recount;

import static haicap.inspection.RunningInspection.MERGED_WARD;
import static haicap.inspection.RunningInspection.OTHER_WARD;
import static haicap.inspection.RunningInspection.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.InspectionTour;
import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is recounted moves with what is done, by the clock, and by lineage. */
class RecountOfInspectionsTests {

    private static final Instant NOW = Instant.now().plusSeconds(60);

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void countsConcludedVisitsOfRunningCampaigns() {
        var tour = InspectionTour.scheduled(inspection);
        var before = figure("VISIT", OTHER_WARD, "visitsConcluded", NOW);

        tour.conclude("deputy-director-2", tour.visitTo(OTHER_WARD), "");

        assertThat(figure("VISIT", OTHER_WARD, "visitsConcluded", NOW)).isEqualTo(before + 1);
        var afterTheCampaign = NOW.plus(Duration.ofDays(11));
        assertThat(figure("VISIT", OTHER_WARD, "visitsConcluded", afterTheCampaign)).isZero();
    }

    @Test
    void leavesWhatWasVisitedWithTheUnitThatWasAndItsFileWithTheHeir() {
        var tour = InspectionTour.scheduled(inspection);
        var visit = tour.visitTo(WARD);
        tour.conclude("deputy-director-1", visit, "");
        inspection
                .sql()
                .sql("UPDATE record SET unit_id = :old WHERE id = :id")
                .param("old", MERGED_WARD)
                .param("id", visit.text("id"))
                .update();

        var merged = sums("VISIT", MERGED_WARD, NOW);

        assertThat(merged.path("files").asLong()).isZero();
        assertThat(merged.at("/figures/visitsConcluded").asLong()).isOne();
        assertThat(ids("VISIT", WARD)).contains(visit.text("id"));
        assertThat(ids("VISIT", MERGED_WARD)).isEmpty();
    }

    @Test
    void countsOpenAndOverdueFindingsByTheirDays() {
        var open = figure("FINDING", WARD, "findingsOpen", NOW);
        var inFiveDays = Instant.parse(InspectionTour.TODAY.plusDays(5) + "T17:00:00Z");
        var overdue = figure("FINDING", WARD, "findingsOverdue", inFiveDays);

        var found = InspectionTour.scheduled(inspection).found();

        assertThat(figure("FINDING", WARD, "findingsOpen", NOW)).isEqualTo(open + 1);
        assertThat(figure("FINDING", WARD, "findingsOverdue", inFiveDays)).isEqualTo(overdue + 1);
        assertThat(figure("FINDING", WARD, "findingsOverdue", inFiveDays.minusMillis(1)))
                .isLessThanOrEqualTo(overdue);
        inspection.act(
                "chief-00004",
                "/api/v1/findings/" + found.text("id") + "/remedy",
                found.header("ETag"),
                """
                {"decisionNumber": "1", "decidedAt": "%s", "text": "x"}
                """
                        .formatted(Instant.now()));
        assertThat(figure("FINDING", WARD, "findingsOverdue", inFiveDays)).isEqualTo(overdue);
        assertThat(figure("FINDING", WARD, "findingsOpen", NOW)).isEqualTo(open + 1);
        var counted = file("FINDING", WARD, found.text("id"));
        assertThat(counted.at("/public/open").asBoolean()).isTrue();
        assertThat(counted.at("/public/dueAt").isMissingNode()).isTrue();
        assertThat(counted.path("version").asLong()).isEqualTo((1L << 40) + 2);
    }

    @Test
    void countsObstaclesWhoseAnswerIsOverdue() {
        var raised =
                inspection.raise(
                        "chief-00008",
                        """
                        {"field": "ORDER", "severity": "LOW", "description": "x"}
                        """);
        var triaged =
                inspection.act(
                        "pv01-head",
                        raised.header("Location") + "/triage",
                        raised.header("ETag"),
                        """
                        {"decisionNumber": "1", "decidedAt": "%s",
                         "departmentUnitId": "pc06-20250101"}
                        """
                                .formatted(Instant.now()));
        var due = Instant.parse(triaged.text("answerDueAt"));
        var late = figure("OBSTACLE", OTHER_WARD, "obstaclesOverdue", due);

        assertThat(late).isPositive();
        assertThat(figure("OBSTACLE", OTHER_WARD, "obstaclesOverdue", due.minusMillis(1)))
                .isLessThan(late);
        assertThat(
                        file("OBSTACLE", OTHER_WARD, raised.text("id"))
                                .at("/public/answerDueAt")
                                .asString())
                .isEqualTo(due.toString());
    }

    /** Each digest is that of the files as they are listed, as the contract says. */
    @Test
    void digestsWhatItLists() {
        var found = InspectionTour.scheduled(inspection).found();
        inspection.raise(
                "chief-00004",
                """
                {"field": "ORDER", "severity": "LOW", "description": "x"}
                """);
        assertThat(found.status()).isEqualTo(200);

        for (var kind : List.of("OBSTACLE", "FINDING", "VISIT")) {
            var items = recount(kind, "&unitId=" + WARD, NOW).body().path("items");
            assertThat(sums(kind, WARD, NOW).path("digest").asLong())
                    .as(kind)
                    .isEqualTo(digest(items));
            assertThat(sums(kind, WARD, NOW).path("files").asInt()).isEqualTo(items.size());
        }
    }

    private long digest(JsonNode items) {
        return inspection
                .sql()
                .sql(
                        """
                        SELECT bit_xor(hashtextextended(
                                   id, hashint8extended(version, jsonb_hash_extended(public, 0))))
                        FROM jsonb_to_recordset(:items::jsonb)
                            AS file (id text, version bigint, public jsonb)
                        """)
                .param("items", items.toString())
                .query(Long.class)
                .single();
    }

    private long figure(String kind, String unit, String figure, Instant at) {
        return sums(kind, unit, at).path("figures").path(figure).asLong(0);
    }

    private JsonNode sums(String kind, String unit, Instant at) {
        return recount(kind, "", at)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("unitId").asString().equals(unit))
                .findFirst()
                .orElseGet(() -> recount(kind, "", at).body().path("none"));
    }

    private JsonNode file(String kind, String unit, String id) {
        return recount(kind, "&unitId=" + unit, NOW)
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String kind, String unit) {
        return recount(kind, "&unitId=" + unit, NOW)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private Reply recount(String kind, String query, Instant at) {
        var reply =
                inspection.send(
                        inspection.with(
                                TestTokens.system("service-reporting", "internal.recount"),
                                "/internal/recount?kind=" + kind + "&at=" + at + query));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }
}
