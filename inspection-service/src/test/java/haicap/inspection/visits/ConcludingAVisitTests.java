package haicap.inspection.visits;

import static haicap.inspection.RunningInspection.OTHER_WARD;
import static haicap.inspection.RunningInspection.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.InspectionTour;
import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.time.Hanoi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcludingAVisitTests {

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void recordsWhatWasFound() {
        var tour = InspectionTour.scheduled(inspection);

        var concluded =
                tour.conclude(
                        "deputy-director-1",
                        tour.visitTo(WARD),
                        InspectionTour.finding() + "," + InspectionTour.finding());

        assertThat(concluded.status()).as(concluded.body().toString()).isEqualTo(200);
        assertThat(concluded.text("state")).isEqualTo("CONCLUDED");
        assertThat(concluded.text("conclusionNumber")).isEqualTo("3/KL");
        assertThat(concluded.body().path("findingIds").size()).isEqualTo(2);
        var lines =
                inspection
                        .get("chief-00004", "/api/v1/findings?visitId=" + concluded.text("id"))
                        .body()
                        .path("items");
        assertThat(lines.size()).isEqualTo(2);
        assertThat(lines.path(0).path("unitId").asString()).isEqualTo(WARD);
        assertThat(lines.path(0).path("state").asString()).isEqualTo("OPEN");
        assertThat(
                        inspection
                                .get(
                                        "director",
                                        "/api/v1/visits?state=CONCLUDED&campaignId="
                                                + tour.campaignId())
                                .body()
                                .path("items")
                                .size())
                .isOne();
    }

    @Test
    void keepsItsHistoryForWhoeverMaySeeTheVisit() {
        var tour = InspectionTour.scheduled(inspection);
        var visit = tour.visitTo(WARD);
        tour.conclude("deputy-director-1", visit, "");
        var path = "/api/v1/visits/" + visit.text("id") + "/history";

        var lines = inspection.get("chief-00004", path).body().path("items");

        assertThat(lines.valueStream().map(line -> line.path("action").asString()))
                .containsExactly("schedule", "conclusion");
        assertThat(lines.valueStream().map(line -> line.path("decisionNumber").asString()))
                .containsExactly("2/KH", "3/KL");
        assertThat(lines.at("/1/byPost").asString()).isEqualTo("deputy-director-1");
        assertThat(inspection.get("chief-00008", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "deputy-director-2, 403",
        "director, 403",
        "pv01-head, 403",
        "chief-00004, 403",
        "chief-00008, 404",
        "pc06-head, 404"
    })
    void isTheLeadersAlone(String officer, int status) {
        var tour = InspectionTour.scheduled(inspection);

        var refused = tour.conclude(officer, tour.visitTo(WARD), "");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(status == 404 ? "not-found" : "not-authorised");
    }

    @Test
    void happensOnce() {
        var tour = InspectionTour.scheduled(inspection);
        var visit = tour.visitTo(OTHER_WARD);

        var concluded = tour.conclude("deputy-director-2", visit, "");

        assertThat(concluded.status()).isEqualTo(200);
        assertThat(tour.conclude("deputy-director-2", visit, "").status()).isEqualTo(412);
        assertThat(tour.conclude("deputy-director-2", concluded, "").text("code"))
                .isEqualTo("visit-already-concluded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chief-00004 | chief-00008 | post-of-other-unit | /findings/0/ownerPostId",
                "chief-00004 | nobody      | post-of-other-unit | /findings/0/ownerPostId",
                "\"dueOn\": \"2 | \"dueOn\": \"1 | due-too-early | /findings/0/dueOn"
            })
    void refusesFindingsThatBreakARule(String good, String bad, String code, String pointer) {
        var tour = InspectionTour.scheduled(inspection);

        var refused =
                tour.conclude(
                        "deputy-director-1",
                        tour.visitTo(WARD),
                        InspectionTour.finding().replace(good, bad));

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(tour.visitTo(WARD).text("state")).isEqualTo("SCHEDULED");
    }

    @Test
    void needsADecisionNumberAndAMomentThatHasBeen() {
        var tour = InspectionTour.scheduled(inspection);
        var visit = tour.visitTo(WARD);
        var path = "/api/v1/visits/" + visit.text("id") + "/conclusion";

        var nameless =
                inspection.act(
                        "deputy-director-1",
                        path,
                        visit.header("ETag"),
                        """
                        {"concludedAt": "%s", "findings": []}
                        """
                                .formatted(Instant.now()));
        var future =
                inspection.act(
                        "deputy-director-1",
                        path,
                        visit.header("ETag"),
                        """
                        {"decisionNumber": "1", "concludedAt": "2099-01-01T00:00:00Z",
                         "findings": []}
                        """);

        assertThat(nameless.body().at("/errors/0/pointer").asString()).isEqualTo("/decisionNumber");
        assertThat(future.body().at("/errors/0/pointer").asString()).isEqualTo("/concludedAt");
    }

    @ParameterizedTest
    @CsvSource({"11, instant-too-early", "31, dated-back-too-far"})
    void isNotBeforeTheCampaignNorDatedBackFurtherThanTheBound(int days, String code) {
        var tour = InspectionTour.scheduled(inspection);

        var refused = concludedAt(tour.visitTo(WARD), Instant.now().minus(Duration.ofDays(days)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/concludedAt");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "0, false"})
    void beforeItsDayStandsOnTheRecord(int daysAhead, boolean early) {
        var announced = InspectionTour.announce(inspection, "pv01-head");
        var scheduled =
                inspection.act(
                        "pv01-head",
                        "/api/v1/campaigns/" + announced.text("id") + "/schedule",
                        announced.header("ETag"),
                        """
                        {"decisionNumber": "2", "decidedAt": "%s", "teams": [%s],
                         "dates": {"%s": "%s"}}
                        """
                                .formatted(
                                        Instant.now(),
                                        InspectionTour.teams(List.of(WARD), List.of(OTHER_WARD)),
                                        WARD,
                                        Hanoi.dayOf(Instant.now()).plusDays(daysAhead)));
        assertThat(scheduled.status()).as(scheduled.body().toString()).isEqualTo(200);
        var visit = InspectionTour.of(inspection, scheduled).visitTo(WARD);
        assertThat(visit.body().path("concludedEarly").asBoolean(true)).isFalse();

        var concluded = concludedAt(visit, Instant.now());

        assertThat(concluded.status()).as(concluded.body().toString()).isEqualTo(200);
        var read = inspection.get("director", "/api/v1/visits/" + visit.text("id"));
        assertThat(read.body().path("concludedEarly").asBoolean()).isEqualTo(early);
    }

    private Reply concludedAt(Reply visit, Instant at) {
        return inspection.act(
                "deputy-director-1",
                "/api/v1/visits/" + visit.text("id") + "/conclusion",
                visit.header("ETag"),
                """
                {"decisionNumber": "1", "concludedAt": "%s", "findings": []}
                """
                        .formatted(at));
    }
}
