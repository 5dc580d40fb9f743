package haicap.org.investigators;

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

/** The head of the investigation agency assigns investigators to communes. */
class AssignmentsTest {

    private static final String PATH = "/api/v1/investigator-assignments";
    private static final String WARD = "00008-20250701";
    private static final String CHIEF = "chief-" + WARD;

    private final RunningService service = RunningService.seeded();
    private final LocalDate today = Transfers.today();

    private Reply assign(String by, String officer, String unit) {
        return service.post(
                PATH,
                service.tokenOf(by),
                """
                {"decisionNumber": "5/QĐ", "decidedAt": "%s", "serviceNumber": "%s",
                 "unitId": "%s", "from": "%s"}
                """
                        .formatted(Instant.now(), officer, unit, today));
    }

    private Reply end(String id, LocalDate day) {
        return service.post(
                PATH + "/" + id + "/ending",
                service.tokenOf("deputy-director-3"),
                "{\"decisionNumber\": \"6/QĐ\", \"decidedAt\": \"%s\", \"to\": \"%s\"}"
                        .formatted(Instant.now(), day));
    }

    private boolean isAssigned(String officer) {
        return service.bean(Organisation.class)
                .postsHeldBy(officer, Instant.now())
                .getFirst()
                .assigned();
    }

    private static String code(Reply reply) {
        var first = reply.body().at("/errors/0/code").asString();
        return first.isEmpty() ? reply.body().path("code").asString() : first;
    }

    @Test
    void fromTheDayOnWhichAnAssignmentIsOverItGivesNothing() {
        var chief = service.holderOf(CHIEF);
        var running = service.get("/api/v1/investigators?unitId=" + WARD, RunningService.OPERATOR);
        var id = running.body().at("/items/0/assignments/0/id").asString();
        assertThat(isAssigned(chief)).isTrue();

        assertThat(end(id, today).status()).isEqualTo(200);

        await().until(() -> !isAssigned(chief));
        assertThat(end(id, today).status()).isEqualTo(409);
        assertThat(assign("deputy-director-3", chief, WARD).status()).isEqualTo(201);
        await().until(() -> isAssigned(chief));
        assertThat(code(assign("deputy-director-3", chief, WARD))).isEqualTo("assigned-already");
    }

    @Test
    void onlyWhoIsAnInvestigatorAndServesThereIsAssigned() {
        var chief = service.holderOf("chief-00070-20250701");
        var duty = service.holderOf("duty-00070-20250701");

        assertThat(code(assign("deputy-director-3", chief, WARD))).isEqualTo("not-posted-there");
        assertThat(code(assign("deputy-director-3", duty, "00070-20250701")))
                .isEqualTo("not-an-investigator");
        assertThat(code(assign("deputy-director-3", chief, "pc01-20250101")))
                .isEqualTo("place-not-a-commune");
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "deputy-director-1", "pc01-head", CHIEF})
    void nobodyElseAssigns(String post) {
        var reply = assign(post, service.holderOf(CHIEF), WARD);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(code(reply)).isEqualTo("no-rule-allows");
    }
}
