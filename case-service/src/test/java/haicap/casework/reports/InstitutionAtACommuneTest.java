package haicap.casework.reports;

import static haicap.casework.testing.Bodies.ruling;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
import haicap.casework.testing.Caller;
import haicap.casework.testing.Caller.Answered;
import haicap.casework.testing.Hanoi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A commune's chief institutes only as an investigator who is assigned there, what is less serious
 * or serious and happened there (Law 99/2025).
 */
class InstitutionAtACommuneTest {

    private final Caller chief = holding(Hanoi.CHIEF);

    private static Answered receivedAt(String place, String severity) {
        var body = with(with(Bodies.intake(), "placeUnitId", place), "severity", severity);
        return holding(Hanoi.DUTY).post(Reports.PATH, body);
    }

    @ParameterizedTest
    @CsvSource({"LESS_SERIOUS", "SERIOUS"})
    void anAssignedChiefInstitutesWhatHappenedInHisCommune(String severity) {
        var answer =
                Reports.decide(chief, receivedAt(Hanoi.BA_DINH, severity), "institution", ruling());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/state")).isEqualTo("INSTITUTED");
        assertThat(answer.at("/decidedBy")).isEqualTo(Hanoi.BA_DINH);
        assertThat(answer.at("/unitId")).isEqualTo(Hanoi.BA_DINH);
    }

    @Test
    void heThenOwesWhatTheAgencyWouldOwe() {
        var instituted =
                Reports.decide(
                        chief, receivedAt(Hanoi.BA_DINH, "SERIOUS"), "institution", ruling());

        assertThat(instituted.at("/dueRule")).isEqualTo("SEND_INSTITUTION_24H");
    }

    @Test
    void whatHappenedInAWardThatWasMergedIntoHisIsHis() {
        var answer =
                Reports.decide(
                        chief, receivedAt(Hanoi.TRUC_BACH, "SERIOUS"), "institution", ruling());

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        Hanoi.BA_DINH + ", VERY_SERIOUS, SEVERITY",
        Hanoi.HOAN_KIEM + ", SERIOUS, OWN_AREA",
    })
    void theRefusalNamesTheConditionThatIsNotFulfilled(
            String place, String severity, String condition) {
        var answer = Reports.decide(chief, receivedAt(place, severity), "institution", ruling());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("not-authorised");
        assertThat(answer.at("/detail"))
                .contains(condition, "REPORT_INSTITUTION_COMMUNE_CHIEF", "Luật 99/2025/QH15");
    }

    @Test
    void withoutAnAssignmentHeMayNot() {
        var body =
                with(with(Bodies.intake(), "placeUnitId", Hanoi.HOAN_KIEM), "severity", "SERIOUS");
        var report = holding(Hanoi.OTHER_DUTY).post(Reports.PATH, body);

        var answer = Reports.decide(holding(Hanoi.OTHER_CHIEF), report, "institution", ruling());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/detail")).contains("ASSIGNED");
    }

    @Test
    void aPlaceIsACommune() {
        var answer =
                holding(Hanoi.DUTY)
                        .post(Reports.PATH, with(Bodies.intake(), "placeUnitId", Hanoi.PC01));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("place-not-a-commune");
    }
}
