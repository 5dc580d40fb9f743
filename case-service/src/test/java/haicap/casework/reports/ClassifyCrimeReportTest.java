package haicap.casework.reports;

import static haicap.casework.testing.Bodies.classification;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.Hanoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyCrimeReportTest {

    private final Caller chief = holding(Hanoi.CHIEF);

    @Test
    void makesTheNextVersion() {
        var answer = Reports.classify(chief, Reports.received());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1-2\"");
        assertThat(answer.at("/version")).isEqualTo("1-2");
        assertThat(answer.at("/state")).isEqualTo("CLASSIFIED");
    }

    @Test
    void startsThe24HoursOfAReportThatTurnsUrgent() {
        var report = Reports.received();

        var answer =
                chief.post(
                        Reports.path(report) + "/classification",
                        with(classification(), "urgent", true),
                        "If-Match",
                        report.header("ETag"));

        assertThat(answer.at("/urgent")).isEqualTo("true");
        assertThat(answer.at("/dueRule")).isEqualTo("HANDOVER_24H_TURNED_URGENT");
        assertThat(answer.body().at("/deadlines")).hasSize(3);
        assertThat(answer.body().at("/deadlines").toString())
                .contains(report.body().at("/deadlines/0/due").asString())
                .contains(report.body().at("/deadlines/1/due").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.CHIEF, Hanoi.DEPUTY})
    void isDecidedByTheUnitsCommand(String post) {
        assertThat(Reports.classify(holding(post), Reports.received()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.DUTY, Hanoi.DIRECTOR, Hanoi.PC01_HEAD})
    void isRefusedToThoseWhoSeeTheReportButDoNotCommandItsUnit(String post) {
        var answer = Reports.classify(holding(post), Reports.received());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("not-authorised");
        assertThat(answer.at("/detail")).contains("REPORT_CLASSIFICATION", "Điều 8", post);
    }

    @ParameterizedTest
    @ValueSource(strings = {Hanoi.OTHER_CHIEF, Hanoi.PC02_HEAD})
    void theReportOfAnotherUnitIsNotThereAtAll(String post) {
        assertThat(Reports.classify(holding(post), Reports.received()).status()).isEqualTo(404);
    }

    @Test
    void needsTheVersionThatWasSeen() {
        var report = Reports.received();
        var path = Reports.path(report) + "/classification";

        assertThat(chief.post(path, classification()).status()).isEqualTo(428);
        assertThat(chief.post(path, classification(), "If-Match", "\"1-7\"").status())
                .isEqualTo(412);
        assertThat(Reports.classify(chief, report).status()).isEqualTo(200);
        assertThat(Reports.classify(chief, report).status()).isEqualTo(412);
    }

    @Test
    void refusesADecisionThatIsOlderThanTheReport() {
        var report = Reports.received();

        var answer =
                chief.post(
                        Reports.path(report) + "/classification",
                        with(classification(), "decidedAt", "2025-01-01T00:00:00Z"),
                        "If-Match",
                        report.header("ETag"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/decidedAt");
    }

    @Test
    void refusesADecisionWithoutNumber() {
        var report = Reports.received();
        var body = classification();
        body.remove("decisionNumber");

        var answer =
                chief.post(
                        Reports.path(report) + "/classification",
                        body,
                        "If-Match",
                        report.header("ETag"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("value-missing");
    }
}
