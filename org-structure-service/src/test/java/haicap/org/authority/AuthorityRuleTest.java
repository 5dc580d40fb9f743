package haicap.org.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.org.RunningService;
import haicap.org.RunningService.Reply;
import haicap.org.Transfers;
import haicap.platform.orgcopy.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of authority are made and ended for days to come, and every copy hears of them. */
class AuthorityRuleTest {

    private static final String PATH = "/api/v1/authority-rules";

    private final RunningService service = RunningService.seeded();
    private final LocalDate tomorrow = Transfers.today().plusDays(1);

    private Reply make(String post, String id, LocalDate from) {
        return service.post(
                PATH,
                service.tokenOf(post),
                """
                {"decisionNumber": "21/QĐ", "decidedAt": "%s", "id": "%s",
                 "action": "test.%s", "effect": "ALLOW", "titles": ["DEPUTY_DIRECTOR"],
                 "validFrom": "%s", "article": "Quy chế", "titleVi": "Phó Giám đốc",
                 "titleEn": "A deputy director"}
                """
                        .formatted(Instant.now(), id, id, from));
    }

    private Reply end(String id, LocalDate day) {
        return service.post(
                PATH + "/" + id + "/ending",
                service.tokenOf("director"),
                "{\"decisionNumber\": \"22/QĐ\", \"decidedAt\": \"%s\", \"validTo\": \"%s\"}"
                        .formatted(Instant.now(), day));
    }

    private boolean may(LocalDate day) {
        var answer =
                service.get(
                        "/api/v1/authority?action=test.TRIAGE_BY_DEPUTY&title=DEPUTY_DIRECTOR&asOf="
                                + day,
                        RunningService.OPERATOR);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("allowed").asBoolean();
    }

    @Test
    void aRuleHoldsFromItsDayToTheDayBeforeItsEnd() {
        assertThat(make("director", "TRIAGE_BY_DEPUTY", tomorrow).status()).isEqualTo(201);
        assertThat(end("TRIAGE_BY_DEPUTY", tomorrow.plusDays(10)).status()).isEqualTo(200);

        assertThat(may(tomorrow.minusDays(1))).isFalse();
        assertThat(may(tomorrow)).isTrue();
        assertThat(may(tomorrow.plusDays(9))).isTrue();
        assertThat(may(tomorrow.plusDays(10))).isFalse();
        var organisation = service.bean(Organisation.class);
        await().until(() ->
                organisation.rules().stream()
                        .anyMatch(rule -> rule.id().equals("TRIAGE_BY_DEPUTY")));
    }

    @Test
    void anIdIsNeverUsedAgain() {
        make("director", "TRIAGE_ONCE", tomorrow);
        var again = make("director", "TRIAGE_ONCE", tomorrow.plusDays(1));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asString()).isEqualTo("authority-rule-there");
    }

    @Test
    void theTimeOfARuleCannotBeginInThePast() {
        assertThat(make("director", "TRIAGE_TODAY", tomorrow.minusDays(1)).status()).isEqualTo(422);
        assertThat(end("OBSTACLE_TRIAGE", tomorrow.minusDays(1)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"px01-head", "deputy-director-1", "chief-00070-20250701"})
    void onlyTheDirectorDecides(String post) {
        assertThat(make(post, "TRIAGE_OF_OTHERS", tomorrow).status()).isEqualTo(403);
    }

    @Test
    void loadingTheSeedsAgainLeavesWhatWasDecided() {
        make("director", "TRIAGE_KEPT", tomorrow);
        assertThat(end("ACT_APPROVAL", tomorrow).status()).isEqualTo(200);
        for (var seed : RunningService.manifest()) {
            if (seed.kind().equals("authority-rules")) {
                assertThat(service.load(seed).body().path("changed").asLong()).isZero();
            }
        }
        assertThat(
                        service.get(PATH + "/ACT_APPROVAL", RunningService.OPERATOR)
                                .body()
                                .path("validTo")
                                .asString())
                .isEqualTo(tomorrow.toString());
    }
}
