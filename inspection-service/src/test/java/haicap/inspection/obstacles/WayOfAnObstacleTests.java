package haicap.inspection.obstacles;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.inspection.RunningInspection;
import haicap.inspection.RunningInspection.Reply;
import haicap.platform.retention.Retained;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WayOfAnObstacleTests {

    private static final String HINDRANCE =
            """
            {"field": "AREA_POLICE", "severity": "MEDIUM", "description": "x"}
            """;

    private final RunningInspection inspection = RunningInspection.shared();

    @Test
    void goesFromTheUnitToTheDepartmentAndBack() {
        var raised = inspection.raise("duty-00004", HINDRANCE);

        var triaged = triage(raised);
        assertThat(triaged.status()).as(triaged.body().toString()).isEqualTo(200);
        assertThat(triaged.text("state")).isEqualTo("TRIAGED");
        assertThat(triaged.text("departmentUnitId")).isEqualTo(RunningInspection.DEPARTMENT);
        assertThat(triaged.text("dueRule")).isEqualTo("OBSTACLE_ANSWER_10WD");
        assertThat(Instant.parse(triaged.text("answerDueAt"))).isAfter(Instant.now());

        var answered = answer(triaged);
        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(answered.text("answer")).isEqualTo("Đã bàn giao.");
        assertThat(answered.text("answeredByPost")).isEqualTo("pc06-head");
        assertThat(answered.body().path("answerDueAt").isNull()).isTrue();

        var confirmed = confirm("chief-00004", answered, true);
        assertThat(confirmed.text("state")).isEqualTo("CONFIRMED");
        assertThat(confirmed.header("ETag")).isEqualTo("\"1-4\"");
        assertThat(told(raised))
                .containsExactly(
                        "haicap.inspection.ObstacleRaised.v1",
                        "haicap.inspection.ObstacleTriaged.v1",
                        "haicap.inspection.ObstacleAnswered.v1",
                        "haicap.inspection.ObstacleConfirmed.v1");
    }

    @Test
    void goesBackToTheDepartmentWhenTheUnitIsNotSatisfied() {
        var answered = answer(triage(inspection.raise("duty-00004", HINDRANCE)));

        var returned = confirm("duty-00004", answered, false);

        assertThat(returned.text("state")).isEqualTo("TRIAGED");
        assertThat(returned.text("dueRule")).isEqualTo("OBSTACLE_ANSWER_AGAIN_5WD");
        assertThat(told(returned)).endsWith("haicap.inspection.ObstacleReturned.v1");
        assertThat(answer(returned).text("state")).isEqualTo("ANSWERED");
    }

    @Test
    void isOpenAgainWithANewClockWhenTheStaffOfficeReopensIt() {
        var answered = answer(triage(inspection.raise("duty-00004", HINDRANCE)));
        var early = reopen("pv01-head", answered);
        var confirmed = confirm("chief-00004", answered, true);

        var refused = reopen("chief-00004", confirmed);
        var reopened = reopen("pv01-head", confirmed);

        assertThat(early.text("code")).isEqualTo("obstacle-state");
        assertThat(refused.text("code")).isEqualTo("not-authorised");
        assertThat(reopened.status()).as(reopened.body().toString()).isEqualTo(200);
        assertThat(reopened.text("state")).isEqualTo("TRIAGED");
        assertThat(reopened.text("dueRule")).isEqualTo("OBSTACLE_ANSWER_AGAIN_5WD");
        assertThat(endedAt(reopened)).isNull();
        assertThat(told(reopened)).endsWith("haicap.inspection.ObstacleReopened.v1");
        var entry =
                inspection.get("chief-00004", path(reopened) + "/history").body().at("/items/4");
        assertThat(entry.path("action").asString()).isEqualTo("reopening");
        assertThat(entry.at("/changes/endedAt/from").asString()).isNotBlank();
        assertThat(confirm("chief-00004", answer(reopened), true).text("state"))
                .isEqualTo("CONFIRMED");
    }

    private Reply reopen(String officer, Reply seen) {
        return inspection.act(
                officer,
                path(seen) + "/reopening",
                seen.header("ETag"),
                """
                {"decisionNumber": "15/QĐ", "decidedAt": "%s", "note": "Chưa gỡ được."}
                """
                        .formatted(Instant.now()));
    }

    private @Nullable Instant endedAt(Reply obstacle) {
        return inspection
                .sql()
                .sql("SELECT ended_at FROM record WHERE id = ?")
                .param(obstacle.text("id"))
                .query((rs, row) -> rs.getTimestamp(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(at -> at.toInstant())
                .findFirst()
                .orElse(null);
    }

    @Test
    void explainsEachOfItsClocks() {
        var raised = triage(inspection.raise("duty-00004", HINDRANCE));

        var clocks = inspection.get("duty-00004", path(raised) + "/deadlines").body();

        var rules = clocks.path("deadlines").valueStream().map(c -> c.path("rule").asString());
        assertThat(rules).containsExactly("OBSTACLE_TRIAGE_2WD", "OBSTACLE_ANSWER_10WD");
        var answer = clocks.path("deadlines").path(1);
        assertThat(answer.path("state").asString()).isEqualTo("RUNNING");
        assertThat(answer.path("obliges").asString()).isEqualTo("DEPARTMENT");
        assertThat(answer.path("certainty").asString()).isEqualTo("TO_CONFIRM");
        assertThat(answer.path("due").asString()).isEqualTo(raised.text("answerDueAt"));
        assertThat(answer.path("steps").values())
                .isNotEmpty()
                .allMatch(step -> !step.path("why").asString().isBlank());
    }

    @Test
    void remembersEachDecision() {
        var id = answer(triage(inspection.raise("duty-00004", HINDRANCE)));

        var lines = inspection.get("pc06-head", path(id) + "/history?limit=2");

        assertThat(lines.body().path("items").values())
                .extracting(line -> line.path("action").asString())
                .containsExactly("raise", "triage");
        assertThat(lines.body().path("items").path(1).path("decisionNumber").asString())
                .isEqualTo("12/QĐ");
        assertThat(lines.body().path("next").isNull()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "chief-00004, 403",
        "pc06-head, 404",
        "director, 403",
        "deputy-director-1, 403",
        "chief-00008, 404"
    })
    void isRoutedByTheStaffOfficeAlone(String officer, int status) {
        var raised = inspection.raise("duty-00004", HINDRANCE);

        var refused =
                inspection.act(officer, path(raised) + "/triage", raised.header("ETag"), routed());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(status == 404 ? "not-found" : "not-authorised");
    }

    @ParameterizedTest
    @CsvSource({"chief-00004, 403", "pv01-head, 403", "pc01-head, 404", "director, 403"})
    void isAnsweredByTheHeadOfTheDepartmentAlone(String officer, int status) {
        var triaged = triage(inspection.raise("duty-00004", HINDRANCE));

        var refused =
                inspection.act(officer, path(triaged) + "/answer", triaged.header("ETag"), said());

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(status == 404 ? "not-found" : "not-authorised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pc06-head", "pv01-head", "director"})
    void isConfirmedByTheRaisingUnitAlone(String officer) {
        var answered = answer(triage(inspection.raise("duty-00004", HINDRANCE)));

        var refused = confirm(officer, answered, true);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("not-authorised");
    }

    @Test
    void takesNoStepOutOfTurn() {
        var raised = inspection.raise("duty-00004", HINDRANCE);

        var confirmed = confirm("duty-00004", raised, true);

        assertThat(confirmed.status()).isEqualTo(409);
        assertThat(confirmed.text("code")).isEqualTo("obstacle-state");
        assertThat(confirmed.text("detail")).contains("RAISED");
    }

    @Test
    void refusesWhoeverSawAnotherVersion() {
        var raised = inspection.raise("duty-00004", HINDRANCE);
        triage(raised);

        assertThat(triage(raised).status()).isEqualTo(412);
        assertThat(inspection.post("pv01-head", path(raised) + "/triage", routed()).status())
                .isEqualTo(428);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"decisionNumber\": \"12/QĐ\", | | /decisionNumber",
                "12/QĐ | ' ' | /decisionNumber",
                "pc06-20250101 | 00008-20250701 | /departmentUnitId",
                "\"decidedAt\": \"[0-9]{4} | \"decidedAt\": \"2099 | /decidedAt",
                "\"decidedAt\": \"[0-9]{4} | \"decidedAt\": \"2001 | /decidedAt"
            })
    void refusesDecisionsThatBreakARule(String good, String bad, String pointer) {
        var raised = inspection.raise("duty-00004", HINDRANCE);

        var refused =
                inspection.act(
                        "pv01-head",
                        path(raised) + "/triage",
                        raised.header("ETag"),
                        routed().replaceFirst(good, bad == null ? "" : bad));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.body().at("/errors/0/detail").asString()).isNotBlank();
    }

    @Test
    void isNotRoutedToTheDepartmentThatRaisedIt() {
        var raised = inspection.raise("pc06-head", HINDRANCE);

        var refused =
                inspection.act(
                        "pv01-head", path(raised) + "/triage", raised.header("ETag"), routed());

        assertThat(refused.body().at("/errors/0/code").asString())
                .isEqualTo("department-raised-it");
    }

    @Test
    void isListedByDepartmentAndWhenOverdue() {
        var late = triage(inspection.raise("duty-00004", HINDRANCE)).text("id");
        var running = triage(inspection.raise("duty-00004", HINDRANCE)).text("id");
        inspection
                .sql()
                .sql(
                        """
                        WITH passed AS (
                            UPDATE record_clock SET due_at = now() - interval '1 s'
                            WHERE record_id = :id AND met_at IS NULL
                            RETURNING due_at)
                        UPDATE record SET due_at = (SELECT due_at FROM passed)
                        WHERE id = :id
                        """)
                .param("id", late)
                .update();

        assertThat(ids("pc06-head", "departmentUnitId=" + RunningInspection.DEPARTMENT))
                .contains(late, running);
        assertThat(ids("pc06-head", "overdue=true")).contains(late).doesNotContain(running);
        assertThat(ids("pv01-head", "overdue=false&state=TRIAGED"))
                .contains(running)
                .doesNotContain(late);
        assertThat(ids("pc01-head", "")).doesNotContain(late, running);
    }

    @Test
    void losesItsTextsAndNothingElseLongAfterItsEnd() {
        var open = answer(triage(inspection.raise("duty-00004", HINDRANCE)));
        var ended =
                confirm(
                        "chief-00004",
                        answer(triage(inspection.raise("duty-00004", HINDRANCE))),
                        true);

        var texts = inspection.bean("obstacles", Retained.class).retained();
        while (texts.due(Duration.ZERO) > 0) {
            texts.dispose(Duration.ZERO, 1_000);
        }

        var later = inspection.get("duty-00004", path(ended));
        assertThat(later.text("description")).isEmpty();
        assertThat(later.text("answer")).isEmpty();
        assertThat(later.body().path("legalBasisIssue").isNull()).isTrue();
        assertThat(later.text("state")).isEqualTo("CONFIRMED");
        assertThat(later.header("ETag")).isEqualTo(ended.header("ETag"));
        assertThat(inspection.get("duty-00004", path(open)).text("answer")).isNotEmpty();
    }

    private List<String> ids(String officer, String query) {
        var page = inspection.get(officer, "/api/v1/obstacles?limit=500&" + query);
        return page.body()
                .path("items")
                .valueStream()
                .map(line -> line.path("id"))
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> told(Reply obstacle) {
        return inspection
                .sql()
                .sql("SELECT type FROM outbox WHERE key = :id ORDER BY id")
                .param("id", obstacle.text("id"))
                .query(String.class)
                .list();
    }

    private Reply triage(Reply seen) {
        return inspection.act("pv01-head", path(seen) + "/triage", seen.header("ETag"), routed());
    }

    private Reply answer(Reply seen) {
        return inspection.act("pc06-head", path(seen) + "/answer", seen.header("ETag"), said());
    }

    private Reply confirm(String officer, Reply seen, boolean satisfied) {
        return inspection.act(
                officer,
                path(seen) + "/confirmation",
                seen.header("ETag"),
                """
                {"decisionNumber": "14/CV", "decidedAt": "%s", "satisfied": %s}
                """
                        .formatted(Instant.now(), satisfied));
    }

    private static String path(Reply obstacle) {
        return "/api/v1/obstacles/" + obstacle.text("id");
    }

    private static String routed() {
        return """
        {"decisionNumber": "12/QĐ", "decidedAt": "%s", "departmentUnitId": "pc06-20250101"}
        """
                .formatted(Instant.now());
    }

    private static String said() {
        return """
        {"decisionNumber": "13/CV", "decidedAt": "%s", "answer": "Đã bàn giao."}
        """
                .formatted(Instant.now());
    }
}
