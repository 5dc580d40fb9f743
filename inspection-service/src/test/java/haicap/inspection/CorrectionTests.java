package haicap.inspection;

import static haicap.inspection.RunningInspection.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.RunningInspection.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What was mistyped of records of inspection is put right by two persons. */
class CorrectionTests {

    private static final String NUMBER =
            """
            {"entry": "1-2", "decisionNumber": "15/QĐ", "reason": "Gõ nhầm số"}
            """;

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void theNumberOfARemedyIsPutRightAndTheFormerEntryStays() {
        var remedied = remedied();
        var proposed = propose("duty-00004", remedied, NUMBER);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);

        var corrected = confirm("chief-00004", remedied, proposed, true);

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.text("state")).isEqualTo("REMEDIED");
        assertThat(corrected.text("remediedAt")).isEqualTo(remedied.text("remediedAt"));
        assertThat(told(remedied)).isEqualTo("haicap.inspection.FindingCorrected.v1");
        var history = inspection.get("duty-00004", path(remedied) + "/history").body();
        assertThat(history.at("/items/1/decisionNumber").asString()).isEqualTo("4/QĐ");
        assertThat(history.at("/items/2/action").asString()).isEqualTo("correction");
        var corrections = inspection.get("duty-00004", path(remedied) + "/corrections").body();
        assertThat(corrections.at("/items/0/state").asString()).isEqualTo("CONFIRMED");
        assertThat(corrections.at("/items/0/decisionNumberBefore").asString()).isEqualTo("4/QĐ");
        assertThat(corrections.at("/items/0/decisionNumber").asString()).isEqualTo("15/QĐ");
    }

    @Test
    void whatIsRejectedChangesNothing() {
        var remedied = remedied();

        var rejected =
                confirm("chief-00004", remedied, propose("duty-00004", remedied, NUMBER), false);

        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.header("ETag")).isEqualTo(remedied.header("ETag"));
        assertThat(told(remedied)).isEqualTo("haicap.inspection.FindingRemedied.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "duty-00004, 201, x",
        "chief-00004, 201, x",
        "deputy-director-1, 201, x",
        "pv01-head, 201, x",
        "deputy-director-2, 403, not-authorised",
        "director, 403, not-authorised",
        "chief-00008, 404, not-found",
        "pc06-head, 404, not-found"
    })
    void areProposedByTheUnitOrByWhoDecides(String officer, int status, String code) {
        var proposed = propose(officer, remedied(), NUMBER);

        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(status);
        assertThat(status == 201 || proposed.text("code").equals(code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pv01-head, 403, own-correction",
        "duty-00004, 403, not-authorised",
        "director, 403, not-authorised",
        "chief-00008, 404, not-found",
        "chief-00004, 200, x",
        "deputy-director-1, 200, x"
    })
    void areConfirmedByAnotherOfTheCommand(String officer, int status, String code) {
        var remedied = remedied();
        var proposed = propose("pv01-head", remedied, NUMBER);

        var confirmed = confirm(officer, remedied, proposed, true);

        assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(status);
        assertThat(status == 200 || confirmed.text("code").equals(code)).isTrue();
    }

    @Test
    void clocksOfAnObstacleGoByTheRecordingAndRunOn() {
        var triaged = triaged();
        var clocks = clocks(triaged);
        var proposed = propose("pv01-head", triaged, moment("1-2", triaged.text("raisedAt")));

        var corrected = confirm("chief-00004", triaged, proposed, true);

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.text("answerDueAt")).isEqualTo(triaged.text("answerDueAt"));
        assertThat(clocks(triaged)).isEqualTo(clocks);
        assertThat(told(triaged)).isEqualTo("haicap.inspection.ObstacleCorrected.v1");
    }

    @Test
    void theMomentOfARecordingIsNobodysMistake() {
        var triaged = triaged();

        var proposed = propose("duty-00004", triaged, moment("1-1", "2025-12-01T02:00:00Z"));

        assertThat(proposed.status()).isEqualTo(422);
        assertThat(proposed.body().at("/errors/0/code").asString()).isEqualTo("recorded-moment");
    }

    @Test
    void theMomentOfAConclusionIsPutRight() {
        var tour = InspectionTour.scheduled(inspection);
        var concluded = tour.conclude("deputy-director-1", tour.visitTo(WARD), "");
        var history = inspection.get("chief-00004", path(concluded) + "/history").body();
        var right = history.at("/items/0/decidedAt").asString();
        var proposed = propose("deputy-director-1", concluded, moment("1-2", right));

        var corrected = confirm("director", concluded, proposed, true);

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.text("concludedAt")).isEqualTo(right);
        assertThat(corrected.text("conclusionNumber")).isEqualTo("3/KL");
        assertThat(corrected.text("state")).isEqualTo("CONCLUDED");
        assertThat(told(concluded)).isEqualTo("haicap.inspection.VisitCorrected.v1");
    }

    @Test
    void theNumberOfACampaignIsPutRight() {
        var announced = InspectionTour.announce(inspection, "pv01-head");
        var proposed = propose("pv01-head", announced, NUMBER.replace("1-2", "1-1"));

        var corrected = confirm("director", announced, proposed, true);

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.text("decisionNumber")).isEqualTo("15/QĐ");
        assertThat(told(announced)).isEqualTo("haicap.inspection.CampaignCorrected.v1");
        assertThat(propose("chief-00004", announced, NUMBER).text("code"))
                .isEqualTo("not-authorised");
    }

    private Reply remedied() {
        return act(
                "chief-00004",
                InspectionTour.scheduled(inspection).found(),
                "/remedy",
                "\"text\": \"Đã bổ sung.\"");
    }

    private Reply triaged() {
        var raised =
                inspection.raise(
                        "duty-00004",
                        """
                        {"field": "ORDER", "severity": "LOW", "description": "x"}
                        """);
        return act("pv01-head", raised, "/triage", "\"departmentUnitId\": \"pc06-20250101\"");
    }

    private JsonNode clocks(Reply obstacle) {
        var path = path(obstacle) + "/deadlines";
        return inspection.get("chief-00004", path).body().path("deadlines");
    }

    private Reply propose(String officer, Reply record, String wrong) {
        return inspection.post(officer, path(record) + "/corrections", wrong);
    }

    private Reply confirm(String officer, Reply seen, Reply proposed, boolean accepted) {
        return act(
                officer,
                seen,
                "/corrections/" + proposed.text("id") + "/confirmation",
                "\"accepted\": " + accepted);
    }

    private Reply act(String officer, Reply seen, String action, String rest) {
        return inspection.act(
                officer,
                path(seen) + action,
                seen.header("ETag"),
                """
                {"decisionNumber": "4/QĐ", "decidedAt": "%s", %s}
                """
                        .formatted(Instant.now(), rest));
    }

    private String told(Reply record) {
        return inspection
                .sql()
                .sql("SELECT type FROM outbox WHERE key = :id ORDER BY id DESC LIMIT 1")
                .param("id", record.text("id"))
                .query(String.class)
                .single();
    }

    private static String moment(String entry, String at) {
        return """
        {"entry": "%s", "at": "%s", "reason": "Gõ nhầm ngày"}
        """
                .formatted(entry, at);
    }

    private static String path(Reply record) {
        var id = record.text("id");
        var address =
                switch (id.substring(0, 2)) {
                    case "fi" -> "findings/";
                    case "ob" -> "obstacles/";
                    case "vi" -> "visits/";
                    default -> "campaigns/";
                };
        return "/api/v1/" + address + id;
    }
}
