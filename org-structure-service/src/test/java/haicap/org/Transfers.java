package haicap.org;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.org.RunningService.Reply;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Functions transferred as people transfer them. */
public final class Transfers {

    private final RunningService service;

    public Transfers(RunningService service) {
        this.service = service;
    }

    public static LocalDate today() {
        return Hanoi.today(Clock.systemUTC());
    }

    public Reply plan(String function, String from, String to, LocalDate day) {
        return service.post(
                "/api/v1/function-transfers",
                service.tokenOf("px01-head"),
                """
                {"decisionNumber": "31/TTr", "decidedAt": "%s", "functionId": "%s",
                 "fromUnitId": "%s", "toUnitId": "%s", "effectiveOn": "%s",
                 "legalBasis": "Quyết định 1"}
                """
                        .formatted(Instant.now(), function, from, to, day));
    }

    public Reply sign(Reply seen) {
        return act("director", seen, "signature", "");
    }

    public Reply receive(String post, Reply seen) {
        return act(
                post,
                seen,
                "receipt",
                ", \"positions\": 12, \"facilities\": 2, \"dataRecords\": 4500000");
    }

    public Reply report(String post, Reply seen) {
        return act(
                post,
                seen,
                "first-results",
                ", \"results\": \"Bình thường.\", \"difficulties\": \"Không có.\"");
    }

    public Reply act(String post, Reply seen, String action, String more) {
        return service.post(
                path(seen) + "/" + action,
                service.tokenOf(post),
                "{\"decisionNumber\": \"1/QĐ\", \"decidedAt\": \"%s\"%s}"
                        .formatted(Instant.now(), more),
                "If-Match",
                seen.header("ETag"));
    }

    public static String path(Reply seen) {
        return "/api/v1/function-transfers/" + seen.body().path("id").asString();
    }

    /** One from its preparation until it is settled. */
    void wholeWay() {
        var planned = plan("fn-forensics", "pc09-20250101", "pc02-20250101", today());
        assertThat(planned.status()).as(planned.body().toString()).isEqualTo(201);
        var reported = report("pc02-head", receive("pc02-head", sign(planned)));
        assertThat(reported.status()).as(reported.body().toString()).isEqualTo(200);
        assertThat(act("director", reported, "stabilisation", "").status()).isEqualTo(200);
    }
}
