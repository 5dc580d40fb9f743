package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One list of what is to be done, for each of those whose turn it is. */
@InTheHouse
@Order(5)
class WorkTest {

    private static final String DEPARTMENT = "px05-head";

    private final House house;
    private final Unit unit;

    WorkTest(House house) {
        this.house = house;
        this.unit = house.unit(78);
    }

    @Test
    void anObstacleGoesFromTheUnitToTheDepartmentAndBackToBeConfirmed() {
        var raised = house.as(unit.officer()).accept(Paperwork.obstacle()).orFail();
        var id = raised.text("id");
        awaitListed("pv01-head", "view=UNIT&kind=obstacle", id);

        var triaged =
                house.as("pv01-head")
                        .accept(
                                decision(
                                        "/api/v1/obstacles/" + id + "/triage",
                                        "\"departmentUnitId\": \"" + department() + "\"",
                                        raised.etag()))
                        .orFail();
        awaitListed(DEPARTMENT, "view=UNIT", id);
        house.as(DEPARTMENT)
                .accept(
                        decision(
                                "/api/v1/obstacles/" + id + "/answer",
                                "\"answer\": \"Đã bố trí\"",
                                triaged.etag()))
                .orFail();

        awaitListed(unit.officer(), "view=TO_CONFIRM", id);
        assertThat(ids(DEPARTMENT, "view=UNIT")).doesNotContain(id);
    }

    @Test
    void theUnitItsDeputyDirectorAndTheAgencysOfficeSeeTheSameReport() {
        var report = house.as(unit.officer()).accept(Paperwork.report()).orFail();
        var id = report.text("id");

        awaitListed(unit.officer(), "view=UNOWNED", id);
        var ofUnit = "kind=crime-report&unitId=" + unit.id();
        assertThat(ids("deputy-director-1", ofUnit)).contains(id);
        assertThat(ids("pc01-head", ofUnit)).contains(id);
        assertThat(house.as(house.unit(79).officer()).get("/api/v1/work?" + ofUnit).status())
                .isEqualTo(404);
    }

    private String department() {
        return house.as(DEPARTMENT)
                .get("/api/v1/me")
                .orFail()
                .json()
                .at("/posts/0/unitId")
                .asString();
    }

    private static Write decision(String path, String more, String etag) {
        return new Write(
                        path,
                        """
                        {"decisionNumber": "1/QĐ", "decidedAt": "%s", %s}\
                        """
                                .formatted(Clock.systemUTC().instant(), more))
                .onVersion(etag);
    }

    private void awaitListed(String caller, String query, String id) {
        Awaitility.await(caller + " " + query)
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .until(() -> ids(caller, query).contains(id));
    }

    private List<String> ids(String caller, String query) {
        return house.as(caller)
                .get("/api/v1/work?limit=500&" + query)
                .orFail()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
