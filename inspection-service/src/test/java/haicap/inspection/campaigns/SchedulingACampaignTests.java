package haicap.inspection.campaigns;

import static haicap.inspection.InspectionTour.announce;
import static haicap.inspection.InspectionTour.schedule;
import static haicap.inspection.InspectionTour.team;
import static haicap.inspection.InspectionTour.teams;
import static haicap.inspection.RunningInspection.MERGED_WARD;
import static haicap.inspection.RunningInspection.OTHER_WARD;
import static haicap.inspection.RunningInspection.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.InspectionTour;
import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulingACampaignTests {

    private final RunningInspection inspection = RunningInspection.shared();

    @ParameterizedTest
    @ValueSource(strings = {"pv01-head", "director"})
    void isAnnouncedByStaffOrDirector(String officer) {
        var announced = announce(inspection, officer);

        assertThat(announced.status()).isEqualTo(201);
        assertThat(announced.text("state")).isEqualTo("ANNOUNCED");
        assertThat(announced.text("number")).matches(".+/DKT/\\d{4}/\\d{4}");
        assertThat(announced.body().path("topics").size()).isEqualTo(5);
        assertThat(inspection.get("chief-00004", announced.header("Location")).body())
                .isEqualTo(announced.body());
        assertThat(
                        inspection
                                .get("chief-00004", "/api/v1/campaigns?limit=500")
                                .body()
                                .path("items")
                                .valueStream()
                                .map(line -> line.path("id").asString()))
                .contains(announced.text("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief-00004", "deputy-director-1", "pc06-head", "without-a-post"})
    void isAnnouncedByNobodyElse(String officer) {
        assertThat(announce(inspection, officer).status()).isEqualTo(403);
    }

    @Test
    void isRefusedWithoutDecisionNumberOrWithDaysThatCannotBe() {
        var nameless =
                inspection.post(
                        "pv01-head",
                        "/api/v1/campaigns",
                        """
                        {"title": "x", "startsOn": "2026-01-01", "endsOn": "2026-02-01"}
                        """);
        var backwards =
                inspection.post(
                        "pv01-head",
                        "/api/v1/campaigns",
                        """
                        {"decisionNumber": "1", "title": "x", "startsOn": "2026-02-01",
                         "endsOn": "2026-01-01"}
                        """);

        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body().at("/errors/0/pointer").asString()).isEqualTo("/decisionNumber");
        assertThat(backwards.body().at("/errors/0/code").asString()).isEqualTo("day-out-of-range");
    }

    @Test
    void unitsThatThereAreNotAreNamedAndNeverLocked() {
        var campaign = announce(inspection, "pv01-head");
        var invented = IntStream.range(0, 3_000).mapToObj(i -> "invented-" + i).toList();

        var refused =
                schedule(
                        inspection,
                        campaign,
                        teams(
                                invented, invented, invented, invented, invented, invented,
                                invented));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("not-a-commune");
        assertThat(refused.body().path("errors").size()).isEqualTo(1_000);
    }

    @Test
    void givesEveryUnitOneVisitInOneTeam() {
        var campaign = announce(inspection, "pv01-head");

        var scheduled = schedule(inspection, campaign, teams(List.of(WARD), List.of(OTHER_WARD)));

        assertThat(scheduled.status()).as(scheduled.body().toString()).isEqualTo(200);
        assertThat(scheduled.text("state")).isEqualTo("SCHEDULED");
        var visits =
                inspection
                        .get("pv01-head", "/api/v1/visits?campaignId=" + campaign.text("id"))
                        .body()
                        .path("items");
        assertThat(visits.size()).isEqualTo(2);
        assertThat(visits.valueStream().map(visit -> visit.path("unitId").asString()))
                .containsExactlyInAnyOrder(WARD, OTHER_WARD);
        assertThat(visits.valueStream())
                .allSatisfy(visit ->
                        assertThat(LocalDate.parse(visit.path("scheduledOn").asString()))
                                .isBetween(
                                        LocalDate.parse(campaign.text("startsOn")),
                                        LocalDate.parse(campaign.text("endsOn"))));
        assertThat(visits.valueStream().map(visit -> visit.path("number").asString()))
                .allMatch(number -> number.matches(".+/LKT/\\d{4}/\\d{4}"))
                .doesNotHaveDuplicates();
        var teams = inspection.get("pv01-head", path(campaign) + "/teams").body().path("teams");
        assertThat(teams.path(0).path("visits").asInt()).isEqualTo(1);
        assertThat(teams.path(0).path("leaderPostId").asString()).isEqualTo("deputy-director-1");
    }

    @Test
    void keepsTheDaysThatAreFixed() {
        var campaign = announce(inspection, "pv01-head");
        var day = InspectionTour.TODAY.plusDays(3);

        var scheduled =
                inspection.act(
                        "director",
                        path(campaign) + "/schedule",
                        campaign.header("ETag"),
                        """
                        {"decisionNumber": "2", "decidedAt": "%s", "teams": [%s],
                         "dates": {"%s": "%s"}}
                        """
                                .formatted(
                                        Instant.now(),
                                        teams(List.of(WARD, OTHER_WARD)),
                                        OTHER_WARD,
                                        day));

        assertThat(scheduled.status()).as(scheduled.body().toString()).isEqualTo(200);
        assertThat(
                        inspection
                                .get(
                                        "chief-00008",
                                        "/api/v1/visits?campaignId=" + campaign.text("id"))
                                .body()
                                .at("/items/0/scheduledOn")
                                .asString())
                .isEqualTo(day.toString());
    }

    @Test
    void listsItsVisitsInTheOrderOfTheirDays() {
        var campaign = announce(inspection, "pv01-head");
        var scheduled =
                inspection.act(
                        "director",
                        path(campaign) + "/schedule",
                        campaign.header("ETag"),
                        """
                        {"decisionNumber": "2", "decidedAt": "%s", "teams": [%s],
                         "dates": {"%s": "%s", "%s": "%s"}}
                        """
                                .formatted(
                                        Instant.now(),
                                        teams(List.of(WARD), List.of(OTHER_WARD)),
                                        WARD,
                                        InspectionTour.TODAY.plusDays(2),
                                        OTHER_WARD,
                                        InspectionTour.TODAY.plusDays(1)));
        assertThat(scheduled.status()).as(scheduled.body().toString()).isEqualTo(200);
        var visits = "/api/v1/visits?limit=1&campaignId=" + campaign.text("id");

        var first = inspection.get("director", visits);
        var second = inspection.get("director", visits + "&cursor=" + first.text("next"));

        assertThat(first.body().at("/items/0/unitId").asString()).isEqualTo(OTHER_WARD);
        assertThat(second.body().at("/items/0/unitId").asString()).isEqualTo(WARD);
        assertThat(second.body().path("next").isNull()).isTrue();
        var ofTheSecondTeam = inspection.get("director", visits + "&team=2").body();
        assertThat(ofTheSecondTeam.at("/items/0/unitId").asString()).isEqualTo(OTHER_WARD);
        assertThat(ofTheSecondTeam.path("next").isNull()).isTrue();
    }

    @Test
    void keepsWhoAnnouncedAndScheduledItOnWhichDecision() {
        var tour = InspectionTour.scheduled(inspection);

        var lines =
                inspection
                        .get("chief-00004", "/api/v1/campaigns/" + tour.campaignId() + "/history")
                        .body()
                        .path("items");

        assertThat(lines.valueStream().map(line -> line.path("action").asString()))
                .containsExactly("announce", "schedule");
        assertThat(lines.valueStream().map(line -> line.path("decisionNumber").asString()))
                .containsExactly("1/KH", "2/KH");
        assertThat(lines.at("/0/byPost").asString()).isEqualTo("pv01-head");
    }

    @Test
    void namesEveryUnitThatIsMissingDoubleOrUnknown() {
        var campaign = announce(inspection, "pv01-head");

        assertThat(faults(campaign, teams(List.of(WARD)))).containsExactly("/teams units-missing");
        assertThat(
                        faults(
                                campaign,
                                teams(List.of(WARD, OTHER_WARD), List.of(OTHER_WARD, MERGED_WARD))))
                .containsExactly(
                        "/teams/1/unitIds/0 unit-twice", "/teams/1/unitIds/1 not-a-commune");
    }

    @Test
    void asksForSevenTeamsEachLedByAnotherDeputyDirector() {
        var campaign = announce(inspection, "pv01-head");
        var six =
                String.join(
                        ",",
                        IntStream.range(1, 5)
                                .mapToObj(i -> team("deputy-director-" + i, List.of()))
                                .toList());
        var all = List.of(WARD, OTHER_WARD);

        assertThat(
                        faults(
                                campaign,
                                six
                                        + ","
                                        + team("deputy-director-4", all)
                                        + ","
                                        + team("director", List.of())))
                .containsExactly(
                        "/teams not-seven-teams",
                        "/teams/4/leaderPostId leader-twice",
                        "/teams/5/leaderPostId not-a-deputy-director");
    }

    @Test
    void sendsNobodyToWhereHeServedWithinThreeYearsNorToItsHeir() {
        var campaign = announce(inspection, "pv01-head");
        List<String> none = List.of();

        assertThat(
                        faults(
                                campaign,
                                teams(
                                        none,
                                        none,
                                        none,
                                        none,
                                        none,
                                        List.of(WARD),
                                        List.of(OTHER_WARD))))
                .containsExactly(
                        "/teams/5/unitIds/0 leader-served-here",
                        "/teams/6/unitIds/0 leader-served-here");
        var longAgo = teams(List.of(WARD), none, none, none, List.of(OTHER_WARD));
        assertThat(schedule(inspection, campaign, longAgo).status()).isEqualTo(200);
    }

    @Test
    void isScheduledOnceBySomebodyWhoSawItsVersion() {
        var campaign = announce(inspection, "pv01-head");
        var teams = teams(List.of(WARD), List.of(OTHER_WARD));

        assertThat(
                        inspection
                                .act(
                                        "chief-00004",
                                        path(campaign) + "/schedule",
                                        campaign.header("ETag"),
                                        InspectionTour.schedule(teams))
                                .status())
                .isEqualTo(403);
        var scheduled = schedule(inspection, campaign, teams);
        assertThat(schedule(inspection, campaign, teams).status()).isEqualTo(412);
        assertThat(schedule(inspection, scheduled, teams).text("code"))
                .isEqualTo("campaign-already-scheduled");
        assertThat(
                        inspection
                                .post(
                                        "pv01-head",
                                        "/api/v1/campaigns/ca-none/schedule",
                                        InspectionTour.schedule(teams))
                                .status())
                .isEqualTo(404);
    }

    private List<String> faults(Reply campaign, String teams) {
        var refused = schedule(inspection, campaign, teams);
        assertThat(refused.status()).isEqualTo(422);
        return refused.body()
                .path("errors")
                .valueStream()
                .map(e -> e.path("pointer").asString() + " " + e.path("code").asString())
                .toList();
    }

    private static String path(Reply campaign) {
        return "/api/v1/campaigns/" + campaign.text("id");
    }
}
