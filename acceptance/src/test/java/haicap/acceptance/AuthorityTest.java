package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Who is in charge follows from functions and rules: moved by a decision, at its day, in every
 * service and without a restart.
 */
@InTheHouse
@Order(5)
class AuthorityTest {

    private static final String FUNCTION = "fn-social-order";
    private static final String BEFORE = "pc06-head";
    private static final String AFTER = "pk02-head";

    private final House house;
    private final Unit unit;

    AuthorityTest(House house) {
        this.house = house;
        this.unit = house.unit(77);
    }

    @Test
    void aFunctionThatPassesTakesItsRoutingRightsAndListsAlong() {
        var raised = house.as(unit.officer()).accept(obstacle()).orFail();
        var path = "/api/v1/obstacles/" + raised.text("id");
        var triaged = decide("pv01-head", path + "/triage", "", raised).orFail();
        assertThat(triaged.text("departmentUnitId")).isEqualTo(unitOf(BEFORE));
        assertThat(triaged.text("functionId")).isEqualTo(FUNCTION);
        awaitWork(BEFORE, raised.text("id"));
        assertThat(house.as(AFTER).get(path).status()).isEqualTo(404);

        var signed = transfer();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> house.as(AFTER).get(path).status() == 200);
        var seen = house.as(AFTER).get(path).orFail();
        assertThat(seen.text("departmentUnitId")).isEqualTo(unitOf(AFTER));
        assertThat(house.as(BEFORE).get(path).status()).isEqualTo(404);
        awaitWork(AFTER, raised.text("id"));
        assertThat(decide(AFTER, path + "/answer", "\"answer\": \"Đã cử người.\"", seen).status())
                .isEqualTo(200);

        assertThat(house.as("director").get("/api/v1/function-gaps").body())
                .contains("HAND_OVER_NOT_VERIFIED", signed.text("id"));
        var transferPath = "/api/v1/function-transfers/" + signed.text("id");
        decide(
                        AFTER,
                        transferPath + "/receipt",
                        "\"positions\": 9, \"facilities\": 1, \"dataRecords\": 100",
                        signed)
                .orFail();
        awaitWork(AFTER, signed.text("id"));
    }

    private Answer transfer() {
        var plan =
                """
                {"decisionNumber": "31/TTr", "decidedAt": "%s", "functionId": "%s",
                 "fromUnitId": "%s", "toUnitId": "%s", "effectiveOn": "%s",
                 "legalBasis": "Quyết định 1"}\
                """
                        .formatted(
                                Clock.systemUTC().instant(),
                                FUNCTION,
                                unitOf(BEFORE),
                                unitOf(AFTER),
                                LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"))));
        var planned =
                house.as("px01-head")
                        .accept(new Write("/api/v1/function-transfers", plan))
                        .orFail();
        var path = "/api/v1/function-transfers/" + planned.text("id");
        assertThat(decide("px01-head", path + "/signature", "", planned).status()).isEqualTo(403);
        return decide("director", path + "/signature", "", planned).orFail();
    }

    @Test
    void aDryRunListsExactlyWhatAnotherRuleWouldHaveRefused() {
        var ours = classified();
        var theirs = classified();
        var dryRun =
                """
                {"action": "crime-report.classification",
                 "rule": {"effect": "FORBID", "titles": ["COMMUNE_CHIEF"],
                          "severities": ["VERY_SERIOUS"]}}\
                """;
        var before = refused(dryRun);

        var one = classified("VERY_SERIOUS");
        // what is decided on is the report as it was before
        assertThat(refused(dryRun)).isEqualTo(before);
        classify(one, "VERY_SERIOUS");

        assertThat(refused(dryRun)).hasSize(before.size() + 1).containsAll(before).contains(one);
        assertThat(refused(dryRun)).doesNotContain(ours, theirs);
        var withoutTheRule =
                """
                {"action": "crime-report.classification", "without": ["REPORT_CLASSIFICATION"]}\
                """;
        assertThat(refused(withoutTheRule)).contains(ours, theirs, one);
    }

    private List<String> refused(String dryRun) {
        return house.as("director")
                .post("/api/v1/case/authority-dry-runs", dryRun)
                .orFail()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("recordId").asString())
                .toList();
    }

    private String classified() {
        return classified("SERIOUS");
    }

    private String classified(String severity) {
        var report = house.as(unit.officer()).accept(Paperwork.report()).orFail();
        classify(report.text("id"), severity);
        return report.text("id");
    }

    private void classify(String id, String severity) {
        var path = "/api/v1/crime-reports/" + id;
        decide(
                        unit.chief(),
                        path + "/classification",
                        "\"category\": \"SO\", \"severity\": \"" + severity + "\"",
                        house.as(unit.chief()).get(path).orFail())
                .orFail();
    }

    private static Write obstacle() {
        return new Write(
                "/api/v1/obstacles",
                """
                {"field": "AREA_POLICE", "severity": "LOW", "description": "Thiếu người trực đêm"}\
                """);
    }

    private Answer decide(String client, String path, String more, Answer seen) {
        var body =
                "{\"decisionNumber\": \"1/QĐ\", \"decidedAt\": \"%s\"%s}"
                        .formatted(Clock.systemUTC().instant(), more.isEmpty() ? "" : ", " + more);
        return house.as(client).accept(new Write(path, body).onVersion(seen.etag()));
    }

    private String unitOf(String client) {
        return house.as(client).get("/api/v1/me").orFail().json().at("/posts/0/unitId").asString();
    }

    private void awaitWork(String client, String id) {
        Awaitility.await(client + " has " + id)
                .atMost(Duration.ofSeconds(20))
                .until(() -> listed(client).contains(id));
    }

    private List<String> listed(String client) {
        return house.as(client)
                .get("/api/v1/work?limit=500&view=UNIT")
                .orFail()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
