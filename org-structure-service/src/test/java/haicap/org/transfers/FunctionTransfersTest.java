package haicap.org.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.org.RunningService;
import haicap.org.RunningService.Reply;
import haicap.org.Transfers;
import haicap.platform.orgcopy.Organisation;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A function passes from one unit to another by a decision, at its day and without a restart. */
class FunctionTransfersTest {

    private static final String FROM = "pa08-20250101";
    private static final String TO = "pc06-20250101";

    private final RunningService service = RunningService.seeded();
    private final Transfers transfers = new Transfers(service);
    private final Organisation organisation = service.bean(Organisation.class);
    private final LocalDate today = Transfers.today();

    private String holderOn(String function, LocalDate day) {
        return organisation.heir(function, "OBSTACLE", day);
    }

    private String gaps() {
        return service.get("/api/v1/function-gaps", RunningService.OPERATOR).body().toString();
    }

    private static String code(Reply reply) {
        return reply.body().path("code").asString();
    }

    @Test
    void whatIsSignedPassesAtItsDay() {
        var day = today.plusDays(20);
        var planned = transfers.plan("fn-immigration", FROM, TO, day);
        assertThat(holderOn("fn-immigration", day)).isEqualTo(FROM);

        var signed = transfers.sign(planned);

        assertThat(signed.status()).isEqualTo(200);
        await().until(() -> holderOn("fn-immigration", day).equals(TO));
        assertThat(holderOn("fn-immigration", day.minusDays(1))).isEqualTo(FROM);
        var early = transfers.receive("pc06-head", signed);
        assertThat(early.status()).isEqualTo(409);
        assertThat(code(early)).isEqualTo("transfer-day-to-come");
    }

    @Test
    void untilItsReceiptIsVerifiedItIsAGap() {
        var signed =
                transfers.sign(
                        transfers.plan(
                                "fn-mass-movement", "pv05-20250101", "px03-20250101", today));
        var id = signed.body().path("id").asString();
        assertThat(gaps()).contains(id, "HAND_OVER_NOT_VERIFIED");

        var received = transfers.receive("px03-head", signed);

        assertThat(received.body().path("state").asString()).isEqualTo("TRANSFERRED");
        assertThat(received.body().path("dueAt").asString()).isNotEmpty();
        assertThat(gaps()).doesNotContain(id);
        var reported = transfers.report("px03-head", received);
        assertThat(reported.body().path("dueAt").isNull()).isTrue();
    }

    @Test
    void aFunctionThatNobodyReceivedIsNamed() {
        assertThat(gaps()).contains("fn-aviation-security", "NO_HOLDER");
    }

    @Test
    void othersThanTheReceivingUnitDoNotReceive() {
        var signed =
                transfers.sign(
                        transfers.plan(
                                "fn-political-work", "px03-20250101", "pv06-20250101", today));

        var refused = transfers.receive("px01-head", signed);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(code(refused)).isEqualTo("not-authorised");
        assertThat(transfers.receive("pc08-head", signed).status()).isEqualTo(404);
    }

    @Test
    void onlyTheDirectorSigns() {
        var planned = transfers.plan("fn-traffic", "pc08-20250101", "pc06-20250101", today);

        var refused = transfers.act("px01-head", planned, "signature", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("detail").asString()).contains("FUNCTION_TRANSFER_DIRECTOR");
    }

    @Test
    void itIsNotSettledBeforeFirstResults() {
        var signed =
                transfers.sign(
                        transfers.plan(
                                "fn-professional-records",
                                "pv06-20250101",
                                "pv01-20250101",
                                today));
        var received = transfers.receive("pv01-head", signed);

        var settled = transfers.act("director", received, "stabilisation", "");

        assertThat(settled.status()).isEqualTo(409);
        assertThat(code(settled)).isEqualTo("first-results-missing");
    }

    @Test
    void whatIsNotThereIsNotPlanned() {
        assertThat(transfers.plan("fn-none", FROM, TO, today).status()).isEqualTo(422);
        assertThat(transfers.plan("fn-traffic", FROM, "none", today).status()).isEqualTo(422);
        assertThat(transfers.plan("fn-traffic", FROM, TO, today.minusDays(1)).status())
                .isEqualTo(422);
    }
}
