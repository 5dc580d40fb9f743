package haicap.casework.reports;

import static haicap.casework.testing.Bodies.intake;
import static haicap.casework.testing.Bodies.with;
import static haicap.casework.testing.Caller.holding;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.casework.testing.Bodies;
import haicap.casework.testing.Caller;
import haicap.casework.testing.CaseService;
import haicap.casework.testing.Hanoi;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiveCrimeReportTest {

    private static final String PATH = "/api/v1/crime-reports";

    private final Caller duty = holding(Hanoi.DUTY);

    @Test
    void answersTheReportWithItsClocks() {
        var answer = duty.post(PATH, intake());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.at("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"1-1\"");
        assertThat(answer.at("/unitId")).isEqualTo(Hanoi.BA_DINH);
        assertThat(answer.at("/state")).isEqualTo("RECEIVED");
        assertThat(answer.at("/dueRule")).isEqualTo("HANDOVER_7D");
        assertThat(answer.body().at("/deadlines")).hasSize(2);
        assertThat(answer.at("/deadlines/0/article")).contains("146(3)");
        assertThat(answer.at("/deadlines/0/state")).isEqualTo("RUNNING");
    }

    @Test
    void isReadBackAsItWasAnswered() {
        var answer = duty.post(PATH, intake());
        var read = duty.get(answer.header("Location"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(answer.body());
        assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(duty.get(answer.header("Location"), "If-None-Match", "\"1-1\"").status())
                .isEqualTo(304);
    }

    @Test
    void startsTheClocksOfAnInvestigationBodyAtADepartment() {
        var answer = holding(Hanoi.PC02_HEAD).post(PATH, intake());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/dueRule")).isEqualTo("CLASSIFY_24H");
    }

    @ParameterizedTest
    @CsvSource({
        "occurredOn, 1999-12-31, /occurredOn, date-out-of-range",
        "occurredOn, 2030-01-01, /occurredOn, date-out-of-range",
        "receivedAt, 1999-01-01T00:00:00Z, /receivedAt, instant-too-early",
        "receivedAt, 2025-06-30T00:00:00Z, /receivedAt, unit-not-in-force",
        "occurredOn, 2025-10-02, /occurredOn, occurred-after-receipt",
        "summary, '', /summary, value-missing",
        "summary, 'a\u0007b', /summary, character-not-allowed",
    })
    void refusesAValueThatBreaksARule(String field, String value, String pointer, String code) {
        var answer = duty.post(PATH, with(intake(), field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/detail")).isNotEqualTo(code);
    }

    @Test
    void refusesAReceiptInTheFutureButForgivesAClockThatIsAMinuteAhead() {
        var now = CaseService.clock().instant();
        var ahead = with(intake(), "receivedAt", now.plusSeconds(59).toString());
        var future = with(intake(), "receivedAt", now.plus(Duration.ofMinutes(2)).toString());

        assertThat(duty.post(PATH, ahead).status()).isEqualTo(201);
        assertThat(duty.post(PATH, future).at("/errors/0/code")).isEqualTo("instant-in-future");
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(duty.post(PATH, with(intake(), "summary", "x".repeat(4_000))).status())
                .isEqualTo(201);
        assertThat(
                        duty.post(PATH, with(intake(), "summary", "x".repeat(4_001)))
                                .at("/errors/0/code"))
                .isEqualTo("length-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"suspectName, A", "category, NS", "category, 1", "urgent, perhaps"})
    void cannotReadUnknownFieldsAndValues(String field, String value) {
        var answer = duty.post(PATH, with(intake(), field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + field);
    }

    @Test
    void refusesWhoHoldsNoPostInVietnameseUnlessEnglishIsAskedFor() {
        var stranger = Caller.officer("sn-nobody");

        var answer = stranger.post(PATH, intake());
        var english = stranger.post(PATH, intake(), "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("no-post-held");
        assertThat(answer.at("/title")).isEqualTo("Không giữ chức vụ");
        assertThat(english.at("/title")).isEqualTo("No post held");
        assertThat(Caller.system("feed.city").post(PATH, intake()).status()).isEqualTo(403);
    }

    @Test
    void keepsTheTextOutOfEventsAndAudit() {
        var secret = "BÍ-MẬT-" + System.nanoTime();
        var id = duty.post(PATH, with(Bodies.intake(), "summary", secret)).at("/id");

        assertThat(text("SELECT string_agg(body, '') FROM outbox WHERE key = ?", id))
                .contains(id)
                .doesNotContain(secret);
        assertThat(text("SELECT string_agg(details::text, '') FROM audit WHERE subject = ?", id))
                .doesNotContain(secret);
        assertThat(
                        text(
                                "SELECT string_agg(changes::text, '') FROM record_history WHERE record_id = ?",
                                id))
                .doesNotContain(secret);
    }

    private static String text(String sql, String id) {
        return CaseService.jdbc().sql(sql).param(id).query(String.class).single();
    }
}
