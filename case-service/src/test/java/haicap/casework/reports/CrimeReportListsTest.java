package haicap.casework.reports;

import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.Hanoi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CrimeReportListsTest {

    private final Caller chief = holding(Hanoi.CHIEF);
    private final Caller director = holding(Hanoi.DIRECTOR);

    @Test
    void aUnitListsItsOwn() {
        var ours = Reports.received().at("/id");
        var theirs = Reports.receivedBy(Hanoi.OTHER_DUTY).at("/id");

        assertThat(ids(chief, "")).contains(ours).doesNotContain(theirs);
        assertThat(ids(chief, "unitId=" + Hanoi.BA_DINH)).contains(ours).doesNotContain(theirs);
        assertThat(ids(chief, "unitId=" + Hanoi.HOAN_KIEM)).isEmpty();
    }

    @Test
    void aUnitThatThereNeverWasIsNotFound() {
        assertThat(director.get(Reports.PATH + "?unitId=nowhere").status()).isEqualTo(404);
    }

    @Test
    void theCommandListsAnyUnitOrAll() {
        var one = Reports.received().at("/id");
        var other = Reports.receivedBy(Hanoi.OTHER_DUTY).at("/id");

        assertThat(ids(director, "")).contains(one, other);
        assertThat(ids(holding(Hanoi.PC01_HEAD), "unitId=" + Hanoi.HOAN_KIEM))
                .contains(other)
                .doesNotContain(one);
        assertThat(ids(holding(Hanoi.PC02_HEAD), "")).doesNotContain(one, other);
    }

    @Test
    void aSystemHasNoUnitToListFor() {
        assertThat(ids(Caller.system("feed.city"), "")).isEmpty();
    }

    @Test
    void eachRowIsLabelledAsTheReportItself() {
        var report = Reports.received();

        assertThat(report.at("/classification")).isEqualTo("RESTRICTED");
        assertThat(items(chief, ""))
                .extracting(item -> item.at("/classification").asString())
                .containsOnly("RESTRICTED");
    }

    @Test
    void anExportIsLabelledNoLowerThanAReportInIt() {
        var report = Reports.received();

        var csv = chief.get(Reports.PATH + "/export");

        assertThat(csv.response().body().lines().findFirst().orElseThrow())
                .endsWith(",watermark")
                .doesNotContain("classification");
        assertThat(csv.response().body().lines().skip(1))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row)
                                .contains("," + report.at("/classification") + " ")
                                .doesNotContain(",INTERNAL ", ",NORMAL "));
    }

    @Test
    void selectsByState() {
        var received = Reports.received().at("/id");
        var classified = Reports.classified().at("/id");

        assertThat(ids(chief, "state=CLASSIFIED")).contains(classified).doesNotContain(received);
        assertThat(chief.get(Reports.PATH + "?state=LOST").status()).isEqualTo(400);
    }

    @Test
    void selectsWhatIsDueMostPressingFirst() {
        var report = Reports.received();
        var due = report.at("/dueAt");

        var before = items(chief, "dueBefore=" + due);
        var after = items(chief, "dueBefore=2099-01-01T00:00:00Z");

        assertThat(before).extracting(CrimeReportListsTest::id).doesNotContain(report.at("/id"));
        assertThat(after).extracting(CrimeReportListsTest::id).contains(report.at("/id"));
        assertThat(after).extracting(item -> item.at("/dueAt").asString()).isSorted();
    }

    @Test
    void comesInPartsThatMissAndRepeatNothing() {
        for (int i = 0; i < 5; i++) {
            Reports.received();
        }
        var whole = ids(chief, "");
        var whileDue = items(chief, "dueBefore=2099-01-01T00:00:00Z");

        assertThat(parts("limit=2")).isEqualTo(whole);
        assertThat(parts("limit=2&dueBefore=2099-01-01T00:00:00Z"))
                .isEqualTo(whileDue.stream().map(CrimeReportListsTest::id).toList());
    }

    @Test
    void showsNoText() {
        Reports.received();

        assertThat(chief.get(Reports.PATH).response().body()).doesNotContain("summary");
    }

    @Test
    void refusesForgedCursorsAndLimits() {
        assertThat(chief.get(Reports.PATH + "?cursor=abc").status()).isEqualTo(400);
        assertThat(chief.get(Reports.PATH + "?limit=0").status()).isEqualTo(400);
        assertThat(chief.get(Reports.PATH + "?limit=501").status()).isEqualTo(400);
    }

    private List<String> parts(String query) {
        var ids = new ArrayList<String>();
        Answered part = chief.get(Reports.PATH + "?" + query);
        while (true) {
            part.body().at("/items").forEach(item -> ids.add(id(item)));
            if (part.body().at("/next").isNull()) {
                return ids;
            }
            assertThat(part.header("Link")).contains("rel=\"next\"");
            part = chief.get(Reports.PATH + "?" + query + "&cursor=" + part.at("/next"));
        }
    }

    private static List<String> ids(Caller caller, String query) {
        return items(caller, query).stream().map(CrimeReportListsTest::id).toList();
    }

    private static List<JsonNode> items(Caller caller, String query) {
        var answer = caller.get(Reports.PATH + "?limit=500&" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().at("/items").valueStream().toList();
    }

    private static String id(JsonNode item) {
        return item.at("/id").asString();
    }
}
