package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.AccessTable.Cell;
import haicap.acceptance.AccessTable.Mark;
import haicap.acceptance.AccessTable.Relation;
import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What lies beside records of two services, laid and read through the gateway. */
@InTheHouse
@Order(5)
class RecordPapersTest {

    private final House house;
    private final Unit unit;

    RecordPapersTest(House house) {
        this.house = house;
        this.unit = house.unit(76);
    }

    @Test
    void aDocumentLiesBesideAReportUntilItIsWithdrawn() {
        var report = house.as(unit.officer()).accept(Paperwork.report()).orFail();
        var path = "/api/v1/crime-reports/" + report.text("id");

        var added = lay(unit.officer(), path + "/documents", report.etag(), document()).orFail();
        var withdrawal = path + "/documents/" + added.text("id") + "/withdrawal";
        var withdrawn =
                lay(unit.chief(), withdrawal, added.etag(), "{\"reason\": \"Ghi nhầm\"}").orFail();

        assertThat(added.status()).isEqualTo(201);
        assertThat(withdrawn.etag()).isEqualTo(house.as("director").get(path).etag());
        assertThat(actions(path)).containsExactly("receipt", "document", "document-withdrawal");
        assertThat(house.as(unit.chief()).get(path + "/documents/export").body())
                .contains("118/BB-CAX", "Ghi nhầm");
    }

    @Test
    void aReportIsFoundByItsNumberAtTheProcuracyInTheListOfWorkToo() {
        var report = house.as(unit.officer()).accept(Paperwork.report()).orFail();
        var id = report.text("id");
        var number = "27/VKS-" + UUID.randomUUID();
        var reference =
                """
                {"system": "PROCURACY", "number": "%s", "dated": "2026-01-05"}\
                """
                        .formatted(number);

        lay(unit.officer(), "/api/v1/crime-reports/" + id + "/references", report.etag(), reference)
                .orFail();

        assertThat(ids(unit.officer(), "/api/v1/crime-reports?number=" + number))
                .containsExactly(id);
        assertThat(ids(house.unit(75).officer(), "/api/v1/crime-reports?number=" + number))
                .isEmpty();
        Awaitility.await("work by number")
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .until(() ->
                        ids(unit.officer(), "/api/v1/work?number=" + number).equals(List.of(id)));
    }

    @Test
    void aLinkTellsNobodyOfARecordThatHeMayNotSee() {
        var finding = "/api/v1/findings/" + finding();
        var obstacle = house.as(unit.officer()).accept(Paperwork.obstacle()).orFail().text("id");
        var seen = house.as("pv01-head").get(finding).orFail().etag();

        var linked = lay("pv01-head", finding + "/links", seen, link(obstacle)).orFail();

        assertThat(linked.text("kind")).isEqualTo("obstacle");
        assertThat(others("pv01-head", finding)).contains(obstacle);
        assertThat(others("director", "/api/v1/obstacles/" + obstacle)).hasSize(1);
        assertThat(others(things().own.chief(), finding)).doesNotContain(obstacle);
        assertThat(others(unit.officer(), "/api/v1/obstacles/" + obstacle)).isEmpty();
        assertThat(house.as(unit.officer()).get(finding + "/links").status()).isEqualTo(404);
    }

    private AccessThings things() {
        return AccessThings.in(house);
    }

    private String finding() {
        var cell = new Cell("", "GET /api/v1/findings", "", "chief", Relation.OWN, Mark.GRANTED);
        return things().of(cell).id();
    }

    private Answer lay(String client, String path, String etag, String body) {
        return house.as(client).accept(new Write(path, body).onVersion(etag));
    }

    private static String document() {
        return """
        {"number": "118/BB-CAX", "dated": "2026-01-05", "title": "Biên bản kiểm tra hiện trường",
        "liesAt": "Kho A2/118"}\
        """;
    }

    private static String link(String target) {
        return """
        {"decisionNumber": "41/QĐ", "decidedAt": "%s", "type": "CONCERNS", "recordId": "%s"}\
        """
                .formatted(Clock.systemUTC().instant(), target);
    }

    private List<String> actions(String path) {
        return values("director", path + "/history", "action");
    }

    private List<String> ids(String client, String path) {
        return values(client, path, "id");
    }

    private List<String> others(String client, String path) {
        return values(client, path + "/links", "recordId");
    }

    private List<String> values(String client, String path, String field) {
        return house.as(client)
                .get(path)
                .orFail()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }
}
