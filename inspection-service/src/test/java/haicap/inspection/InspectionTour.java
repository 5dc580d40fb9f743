package haicap.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.RunningInspection.Reply;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A campaign of today that is on its way: announced, scheduled, visited; through the public API.
 */
public final class InspectionTour {

    public static final LocalDate TODAY = Hanoi.dayOf(Instant.now());

    private final RunningInspection inspection;
    private final Reply campaign;

    private InspectionTour(RunningInspection inspection, Reply campaign) {
        this.inspection = inspection;
        this.campaign = campaign;
    }

    /** Announced, and scheduled: the first team visits one ward, the second the other. */
    public static InspectionTour scheduled(RunningInspection inspection) {
        var announced = announce(inspection, "pv01-head");
        var scheduled =
                schedule(
                        inspection,
                        announced,
                        teams(
                                List.of(RunningInspection.WARD),
                                List.of(RunningInspection.OTHER_WARD)));
        assertThat(scheduled.status()).as(scheduled.body().toString()).isEqualTo(200);
        return new InspectionTour(inspection, scheduled);
    }

    /** With a campaign that is scheduled already. */
    public static InspectionTour of(RunningInspection inspection, Reply campaign) {
        return new InspectionTour(inspection, campaign);
    }

    public static Reply announce(RunningInspection inspection, String officer) {
        return inspection.post(
                officer,
                "/api/v1/campaigns",
                """
                {"decisionNumber": "1/KH", "title": "Kiểm tra công an cấp xã", "startsOn": "%s",
                 "endsOn": "%s"}
                """
                        .formatted(TODAY.minusDays(10), TODAY.plusDays(10)));
    }

    public static Reply schedule(RunningInspection inspection, Reply campaign, String teams) {
        return inspection.act(
                "pv01-head",
                "/api/v1/campaigns/" + campaign.text("id") + "/schedule",
                campaign.header("ETag"),
                schedule(teams));
    }

    public static String schedule(String teams) {
        return """
        {"decisionNumber": "2/KH", "decidedAt": "%s", "teams": [%s]}
        """
                .formatted(Instant.now(), teams);
    }

    /** Seven teams; those after the given ones have no unit. */
    @SafeVarargs
    public static String teams(List<String>... units) {
        return String.join(
                ",",
                IntStream.range(0, 7)
                        .mapToObj(i ->
                                team(
                                        "deputy-director-" + (i + 1),
                                        i < units.length ? units[i] : List.of()))
                        .toList());
    }

    public static String team(String leader, List<String> units) {
        var quoted = units.stream().map(unit -> '"' + unit + '"').toList();
        return """
        {"leaderPostId": "%s", "unitIds": [%s]}
        """
                .formatted(leader, String.join(",", quoted));
    }

    public String campaignId() {
        return campaign.text("id");
    }

    /** The visit to a unit, as the director sees it. */
    public Reply visitTo(String unit) {
        var line =
                inspection
                        .get(
                                "director",
                                "/api/v1/visits?campaignId=" + campaignId() + "&unitId=" + unit)
                        .body()
                        .path("items")
                        .path(0);
        return inspection.get("director", "/api/v1/visits/" + line.path("id").asString());
    }

    public Reply conclude(String officer, Reply visit, String findings) {
        return inspection.act(
                officer,
                "/api/v1/visits/" + visit.text("id") + "/conclusion",
                visit.header("ETag"),
                """
                {"decisionNumber": "3/KL", "concludedAt": "%s", "findings": [%s]}
                """
                        .formatted(Instant.now(), findings));
    }

    /** What the first team's leader found in the first ward, due in five days. */
    public static String finding() {
        return """
        {"topic": "RES", "severity": "MEDIUM", "text": "Sổ tạm trú chưa đầy đủ.",
         "ownerPostId": "chief-00004", "dueOn": "%s"}
        """
                .formatted(TODAY.plusDays(5));
    }

    /** A new finding in the first ward, as the director sees it. */
    public Reply found() {
        var concluded = conclude("deputy-director-1", visitTo(RunningInspection.WARD), finding());
        assertThat(concluded.status()).as(concluded.body().toString()).isEqualTo(200);
        return inspection.get(
                "director",
                "/api/v1/findings/" + concluded.body().path("findingIds").path(0).asString());
    }
}
