package haicap.casework.reports;

import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Caller;
import haicap.casework.testing.Hanoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignCrimeReportTest {

    private final Caller chief = holding(Hanoi.CHIEF);

    @Test
    void givesTheReportToAPostOfTheUnit() {
        var answer = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/state")).isEqualTo("ASSIGNED");
        assertThat(answer.at("/assignedPostId")).isEqualTo(Hanoi.DUTY);
    }

    @Test
    void givesItToAnotherPostLater() {
        var assigned = Reports.assign(chief, Reports.classified(), Hanoi.DUTY);

        assertThat(Reports.assign(chief, assigned, Hanoi.DEPUTY).at("/assignedPostId"))
                .isEqualTo(Hanoi.DEPUTY);
    }

    @ParameterizedTest
    @CsvSource({
        Hanoi.OTHER_DUTY + ", post-of-other-unit",
        "duty-nowhere, post-of-other-unit",
        Hanoi.VACANT + ", post-vacant",
    })
    void refusesAPostThatCannotWorkOnIt(String post, String code) {
        var answer = Reports.assign(chief, Reports.classified(), post);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/postId");
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).contains(post);
    }

    @Test
    void refusesAReportThatIsNotClassified() {
        var answer = Reports.assign(chief, Reports.received(), Hanoi.DUTY);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("report-not-classified");
        assertThat(answer.at("/detail")).contains("RECEIVED");
    }

    @Test
    void aRefusalLeavesTheReportAsItWas() {
        var report = Reports.received();
        Reports.assign(chief, report, Hanoi.DUTY);

        assertThat(chief.get(Reports.path(report)).header("ETag")).isEqualTo(report.header("ETag"));
    }
}
