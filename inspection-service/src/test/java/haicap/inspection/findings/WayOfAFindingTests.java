package haicap.inspection.findings;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.InspectionTour;
import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.retention.Retained;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayOfAFindingTests {

    private static final String LATER = InspectionTour.TODAY.plusYears(1).toString();

    private final RunningInspection inspection = RunningInspection.shared();

    @ParameterizedTest
    @CsvSource({"deputy-director-1", "pv01-head"})
    void isRemediedByItsUnitAndVerifiedBySomebodyElse(String verifier) {
        var found = found();
        assertThat(Instant.parse(found.text("dueAt"))).isAfter(Instant.now());

        var remedied = remedy("chief-00004", found);
        assertThat(remedied.status()).as(remedied.body().toString()).isEqualTo(200);
        assertThat(remedied.text("state")).isEqualTo("REMEDIED");
        assertThat(remedied.text("remedy")).isEqualTo("Đã bổ sung.");
        assertThat(remedied.body().path("dueAt").isNull()).isTrue();

        var closed = verify(verifier, remedied, "\"accepted\": true");
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(told(found)).isEqualTo("haicap.inspection.FindingVerified.v1");
    }

    @Test
    void isSentBackWithItsOldDayOrANewOne() {
        var sentBack = verify("pv01-head", remedy("chief-00004", found()), "\"accepted\": false");
        assertThat(sentBack.text("state")).isEqualTo("OPEN");
        assertThat(sentBack.text("dueOn")).isEqualTo(InspectionTour.TODAY.plusDays(5).toString());
        assertThat(told(sentBack)).isEqualTo("haicap.inspection.FindingReopened.v1");

        var again =
                verify(
                        "deputy-director-1",
                        remedy("duty-00004", sentBack),
                        "\"accepted\": false, \"dueOn\": \"" + LATER + "\"");
        assertThat(again.text("dueOn")).isEqualTo(LATER);
    }

    @Test
    void isReopenedWhenItComesBack() {
        var closed = verify("pv01-head", remedy("chief-00004", found()), "\"accepted\": true");

        var reopened =
                act("deputy-director-1", closed, "reopening", "\"dueOn\": \"" + LATER + "\"");
        var past = act("pv01-head", closed, "reopening", "\"dueOn\": \"2020-01-31\"");

        assertThat(reopened.text("state")).isEqualTo("OPEN");
        assertThat(reopened.text("dueAt")).isEqualTo(LATER + "T17:00:00Z");
        assertThat(past.status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({
        "chief-00004, 403, not-authorised", "duty-00004, 403, not-authorised",
        "deputy-director-2, 403, not-authorised", "director, 403, not-authorised",
        "chief-00008, 404, not-found"
    })
    void isNotClosedByItsOwnerNorByJustAnybody(String officer, int status, String code) {
        var remedied = remedy("chief-00004", found());

        var refused = verify(officer, remedied, "\"accepted\": true");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "deputy-director-1, 403, not-authorised",
        "pv01-head, 403, not-authorised",
        "chief-00008, 404, not-found"
    })
    void isRemediedByItsUnitAlone(String officer, int status, String code) {
        var refused = remedy(officer, found());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(code);
    }

    @Test
    void takesNoStepOutOfTurn() {
        var found = found();

        assertThat(verify("pv01-head", found, "\"accepted\": true").text("code"))
                .isEqualTo("finding-state");
        assertThat(act("pv01-head", found, "reopening", "\"dueOn\": \"" + LATER + "\"").status())
                .isEqualTo(409);
        remedy("chief-00004", found);
        assertThat(remedy("chief-00004", found).status()).isEqualTo(412);
        assertThat(
                        inspection
                                .act(
                                        "chief-00004",
                                        path(found) + "/remedy",
                                        found.header("ETag"),
                                        "{\"text\": \"x\"}")
                                .status())
                .isEqualTo(422);
    }

    @Test
    void hearsTheUnitsReplyBesideIt() {
        var found = found();

        var replied =
                inspection.post(
                        "chief-00004",
                        path(found) + "/reply",
                        """
                        {"decisionNumber": "5/CV", "decidedAt": "%s", "text": "Đơn vị giải trình."}
                        """
                                .formatted(Instant.now()));
        var foreign =
                inspection.post(
                        "pv01-head",
                        path(found) + "/reply",
                        """
                        {"decisionNumber": "5/CV", "decidedAt": "%s", "text": "x"}
                        """
                                .formatted(Instant.now()));

        assertThat(replied.status()).isEqualTo(201);
        assertThat(foreign.text("code")).isEqualTo("not-authorised");
        var replies = inspection.get("director", path(found) + "/replies").body().path("items");
        assertThat(replies.size()).isOne();
        assertThat(replies.path(0).path("text").asString()).isEqualTo("Đơn vị giải trình.");
        assertThat(inspection.get("director", path(found)).header("ETag"))
                .isEqualTo(found.header("ETag"));
    }

    @Test
    void followsTheUnitIntoAMergerAndIsListedWhenOverdue() {
        var found = found();
        inspection
                .sql()
                .sql("UPDATE record SET unit_id = :old, due_at = '2020-01-02Z' WHERE id = :id")
                .param("old", RunningInspection.MERGED_WARD)
                .param("id", found.text("id"))
                .update();

        var seen = inspection.get("chief-00004", path(found));

        assertThat(seen.text("unitId")).isEqualTo(RunningInspection.WARD);
        assertThat(seen.text("ownerUnitId")).isEqualTo(RunningInspection.MERGED_WARD);
        assertThat(
                        inspection
                                .get("chief-00004", "/api/v1/findings?overdue=true&limit=500")
                                .body()
                                .toString())
                .contains(found.text("id"));
        assertThat(remedy("chief-00004", found).status()).isEqualTo(200);
    }

    @Test
    void neverTellsItsText() {
        var found = found();
        remedy("chief-00004", found);

        assertThat(
                        inspection
                                .sql()
                                .sql("SELECT body FROM outbox WHERE key = :id")
                                .param("id", found.text("id"))
                                .query(String.class)
                                .list())
                .hasSize(2)
                .noneMatch(body -> body.contains("tạm trú") || body.contains("bổ sung"));
    }

    @Test
    void losesItsTextsAndNothingElseLongAfterItsEnd() {
        var open = remedy("chief-00004", found());
        var closed = verify("pv01-head", remedy("chief-00004", found()), "\"accepted\": true");

        var texts = inspection.bean("findings", Retained.class).retained();
        while (texts.due(Duration.ZERO) > 0) {
            texts.dispose(Duration.ZERO, 1_000);
        }

        var later = inspection.get("chief-00004", path(closed));
        assertThat(later.text("description")).isEmpty();
        assertThat(later.text("remedy")).isEmpty();
        assertThat(later.text("state")).isEqualTo("CLOSED");
        assertThat(later.header("ETag")).isEqualTo(closed.header("ETag"));
        assertThat(inspection.get("chief-00004", path(open)).text("remedy")).isNotEmpty();
    }

    private Reply found() {
        return InspectionTour.scheduled(inspection).found();
    }

    private Reply remedy(String officer, Reply seen) {
        return act(officer, seen, "remedy", "\"text\": \"Đã bổ sung.\"");
    }

    private Reply verify(String officer, Reply seen, String judgement) {
        return act(officer, seen, "verification", judgement);
    }

    private Reply act(String officer, Reply seen, String action, String rest) {
        return inspection.act(
                officer,
                path(seen) + "/" + action,
                seen.header("ETag"),
                """
                {"decisionNumber": "4/QĐ", "decidedAt": "%s", %s}
                """
                        .formatted(Instant.now(), rest));
    }

    private String told(Reply finding) {
        return inspection
                .sql()
                .sql("SELECT type FROM outbox WHERE key = :id ORDER BY id DESC LIMIT 1")
                .param("id", finding.text("id"))
                .query(String.class)
                .single();
    }

    private static String path(Reply finding) {
        return "/api/v1/findings/" + finding.text("id");
    }
}
