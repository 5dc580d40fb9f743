package haicap.casework.reports;

import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadCrimeReportTest {

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.DUTY, Hanoi.CHIEF, Hanoi.DIRECTOR, Hanoi.PC01_HEAD})
    void itsUnitAndTheCitysCommandSeeIt(String post) {
        assertThat(holding(post).get(Reports.path(Reports.received())).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.OTHER_CHIEF, Hanoi.PC02_HEAD})
    void forOthersItIsNotThere(String post) {
        var path = Reports.path(Reports.received());

        for (var part : new String[] {"", "/deadlines", "/history"}) {
            var answer = holding(post).get(path + part);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.at("/code")).isEqualTo("not-found");
        }
        assertThat(Caller.system("feed.city").get(path).status()).isEqualTo(404);
    }

    @Test
    void itsReadingIsRecorded() {
        var report = Reports.received();
        holding(Hanoi.CHIEF).get(Reports.path(report));

        assertThat(
                        CaseService.jdbc()
                                .sql(
                                        """
                                        SELECT caller FROM audit
                                        WHERE subject = ? AND action = 'read'
                                        """)
                                .param(report.at("/id"))
                                .query(String.class)
                                .list())
                .containsExactly(Hanoi.holderOf(Hanoi.CHIEF));
    }

    @Test
    void eachClockExplainsItself() {
        var chief = holding(Hanoi.CHIEF);
        var path = Reports.path(Reports.received()) + "/deadlines";

        var clocks = chief.get(path);
        var english = chief.get(path, "Accept-Language", "en");

        assertThat(clocks.at("/deadlines/0/rule")).isEqualTo("HANDOVER_7D");
        assertThat(clocks.at("/deadlines/0/version")).isEqualTo("2");
        assertThat(clocks.at("/deadlines/0/startEvent")).isEqualTo("report.received");
        assertThat(clocks.at("/deadlines/0/due")).isEqualTo("2025-10-08T17:00:00Z");
        assertThat(clocks.at("/deadlines/0/lastDay")).isEqualTo("2025-10-08");
        assertThat(clocks.at("/deadlines/0/earliest")).isEqualTo("2025-10-07T17:00:00Z");
        assertThat(clocks.at("/deadlines/0/steps/0/why")).startsWith("7 ngày, không tính");
        assertThat(english.at("/deadlines/0/steps/0/why")).startsWith("7 days, the day");
    }

    @Test
    void aClockThatRanOutIsOverdueByTheClockOfTheHouse() {
        var path = Reports.path(Reports.received()) + "/deadlines";
        var clocks =
                CaseService.clock()
                        .at("2025-10-08T17:00:00Z", () -> holding(Hanoi.CHIEF).get(path));

        assertThat(clocks.at("/deadlines/0/state")).isEqualTo("OVERDUE");
        assertThat(clocks.at("/deadlines/1/state")).isEqualTo("RUNNING");
    }

    @Test
    void theHeirHasCustodyOfWhatAnEndedUnitReceived() {
        var report =
                CaseService.clock()
                        .at("2025-06-20T02:00:00Z", () -> Reports.receivedBy(Hanoi.OLD_CHIEF));

        var read = holding(Hanoi.CHIEF).get(Reports.path(report));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.at("/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(read.at("/receivingUnitId")).isEqualTo(Hanoi.TRUC_BACH);
        assertThat(read.at("/deadlines/0/version")).isEqualTo("1");
        assertThat(Reports.classify(holding(Hanoi.CHIEF), report).status()).isEqualTo(200);
    }

    @Test
    void twoPostsTogetherGiveNoSightThatNeitherGivesAlone() {
        var officer = Caller.officer(Hanoi.HEADS_ONE_SERVES_IN_ANOTHER);
        var path = Reports.path(Reports.received());

        assertThat(officer.get(path).status()).isEqualTo(404);
        assertThat(officer.get(path, "Acting-Post", Hanoi.ITS_HEAD).status()).isEqualTo(404);
        assertThat(officer.get(path, "Acting-Post", Hanoi.ITS_DUTY).status()).isEqualTo(404);
        assertThat(officer.get(Reports.PATH + "?unitId=" + Hanoi.BA_DINH).body().at("/items"))
                .isEmpty();
    }

    @Test
    void itsHistoryTellsWhoDecidedWhatOnWhichPaper() {
        var chief = holding(Hanoi.CHIEF);
        var assigned = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);

        var history = chief.get(Reports.path(assigned) + "/history");

        assertThat(history.body().at("/items")).hasSize(3);
        assertThat(history.at("/items/0/action")).isEqualTo("receipt");
        assertThat(history.at("/items/1/decisionNumber")).isEqualTo("12/QĐ-CAP");
        assertThat(history.at("/items/1/byPost")).isEqualTo(Hanoi.CHIEF);
        assertThat(history.at("/items/2/version")).isEqualTo("1-3");
        assertThat(history.at("/items/2/changes/assignedPostId/to")).isEqualTo(Hanoi.DUTY);
    }

    @Test
    void itsHistoryComesInParts() {
        var chief = holding(Hanoi.CHIEF);
        var path = Reports.path(Reports.classified()) + "/history?limit=1";

        var first = chief.get(path);
        var second = chief.get(path + "&cursor=" + first.at("/next"));

        assertThat(first.at("/items/0/action")).isEqualTo("receipt");
        assertThat(second.at("/items/0/action")).isEqualTo("classification");
        assertThat(second.body().at("/next").isNull()).isTrue();
    }
}
