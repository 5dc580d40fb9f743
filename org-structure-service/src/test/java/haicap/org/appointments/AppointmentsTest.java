package haicap.org.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.org.Endings;
import haicap.org.RunningService;
import haicap.org.RunningService.Reply;
import haicap.platform.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Appointing and ending, over HTTP, on the seeds. */
class AppointmentsTest {

    private final RunningService service = RunningService.seeded();
    private final String personnel = service.tokenOf("px01-head");

    private String appointmentOf(String postId) {
        return Endings.appointmentOf(service, postId);
    }

    private String etag(String appointmentId) {
        return Endings.etag(service, appointmentId);
    }

    private Reply end(String appointmentId, String token, String... headers) {
        return Endings.end(service, appointmentId, token, headers);
    }

    private Reply appoint(String postId, String serviceNumber, String token, String... headers) {
        return service.post(
                "/api/v1/posts/" + postId + "/appointments",
                token,
                """
                {"serviceNumber": "%s", "decisionNumber": "13/QĐ-CATP",
                 "decidedAt": "%s"}
                """
                        .formatted(serviceNumber, Instant.now()),
                headers);
    }

    private static String code(Reply reply) {
        return reply.body().get("code").asString();
    }

    @Test
    void anEndedAppointmentNoLongerGivesAuthority() {
        var officer = service.holderOf("duty-00070-20250701");
        var services = TestTokens.system("service-case", "internal.authority");
        var path = "/internal/authority?serviceNumber=" + officer;
        assertThat(service.get(path, services).body().at("/posts/0/postId").asString())
                .isEqualTo("duty-00070-20250701");
        assertThat(service.get(path, services).body().at("/posts/0/reportsTo").asString())
                .isEqualTo("chief-00070-20250701");

        var id = appointmentOf("duty-00070-20250701");
        var ended = end(id, personnel, "If-Match", etag(id));

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body().get("to").isNull()).isFalse();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> service.get(path, services).body().get("posts").isEmpty());
    }

    @Test
    void authorityIsToldFromAFreshPictureOnly() {
        var services = TestTokens.system("service-case", "internal.authority");
        var path = "/internal/authority?serviceNumber=HN-100001";
        assertThat(service.get(path, services).status()).isEqualTo(200);
        service.bean(JdbcClient.class).sql("ALTER VIEW org_copy RENAME TO org_copy_away").update();
        try {
            await().until(() -> service.get(path, services).status() == 503);
            assertThat(code(service.get(path, services))).isEqualTo("organisation-unknown");
        } finally {
            service.bean(JdbcClient.class)
                    .sql("ALTER VIEW org_copy_away RENAME TO org_copy")
                    .update();
        }
        await().until(() -> service.get(path, services).status() == 200);
    }

    @Test
    void refusesToEndTwice() {
        var id = appointmentOf("duty-00082-20250701");
        assertThat(end(id, personnel, "If-Match", etag(id)).status()).isEqualTo(200);
        var again = end(id, personnel, "If-Match", etag(id));
        assertThat(again.status()).isEqualTo(409);
        assertThat(code(again)).isEqualTo("appointment-ended");
    }

    @Test
    void refusesAnEndingByAStaleOrUnnamedVersion() {
        var id = appointmentOf("duty-00025-20250701");
        assertThat(end(id, personnel).status()).isEqualTo(428);
        assertThat(end(id, personnel, "If-Match", "\"1-99\"").status()).isEqualTo(412);
    }

    @Test
    void tellsTheSameEndingOnceHoweverOftenItIsAsked() {
        var id = appointmentOf("duty-00256-20250701");
        var key = UUID.randomUUID().toString();
        var etag = etag(id);
        var first = end(id, personnel, "If-Match", etag, "Idempotency-Key", key);
        var second = end(id, personnel, "If-Match", etag, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(second).usingRecursiveComparison().ignoringFields("headers").isEqualTo(first);
        assertThat(
                        service.sql()
                                .sql(
                                        """
                                        SELECT count(*)
                                        FROM outbox
                                        WHERE key = :id AND type = 'haicap.org.AppointmentEnded.v1'
                                        """)
                                .param("id", id)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheDirectorAndTheHeadOfPersonnelDecide() {
        var id = appointmentOf("duty-00283-20250701");
        var chief = end(id, service.tokenOf("chief-00283-20250701"), "If-Match", etag(id));
        assertThat(chief.status()).isEqualTo(403);
        assertThat(code(chief)).isEqualTo("no-rule-allows");
        var system = end(id, RunningService.OPERATOR, "If-Match", etag(id));
        assertThat(system.status()).isEqualTo(403);
        var director = end(id, service.tokenOf("director"), "If-Match", etag(id));
        assertThat(director.status()).isEqualTo(200);
    }

    @Test
    void nobodyDecidesOnHisOwnPostOrOnOneAboveHim() {
        assertThat(code(end(appointmentOf("px01-head"), personnel))).isEqualTo("not-authorised");
        assertThat(code(end(appointmentOf("director"), personnel))).isEqualTo("not-authorised");
        var own = appoint("pv01-head", service.holderOf("px01-head"), personnel);
        assertThat(code(own)).isEqualTo("not-authorised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decidedAt", "from"})
    void nothingIsDatedBackFurtherThanTheBound(String field) {
        var now = Instant.now();
        var order =
                new HashMap<>(
                        Map.of(
                                "serviceNumber", service.holderOf("pv01-head"),
                                "decisionNumber", "13/QĐ-CATP",
                                "decidedAt", now.toString()));
        order.put(field, now.minus(Duration.ofDays(31)).toString());

        var late =
                service.post(
                        "/api/v1/posts/chief-00190-20250701/appointments",
                        personnel,
                        JsonMapper.shared().writeValueAsString(order));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
        assertThat(late.body().at("/errors/0/code").asString()).isEqualTo("dated-back-too-far");
        assertThat(late.body().at("/errors/0/detail").asString()).contains("30");
    }

    @Test
    void nothingEndsFurtherBackThanTheBound() {
        var id = appointmentOf("chief-00190-20250701");
        var now = Instant.now();

        var late =
                service.post(
                        "/api/v1/appointments/" + id + "/ending",
                        personnel,
                        """
                        {"decisionNumber": "14/QĐ-CATP", "decidedAt": "%s", "at": "%s"}
                        """
                                .formatted(now, now.minus(Duration.ofDays(31))),
                        "If-Match",
                        etag(id));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().at("/errors/0/pointer").asString()).isEqualTo("/at");
    }

    @Test
    void refusesASecondHolder() {
        var held = appoint("chief-00008-20250701", service.holderOf("pv01-head"), personnel);
        assertThat(held.status()).isEqualTo(409);
        assertThat(code(held)).isEqualTo("post-held");
    }

    @Test
    void aVacantPostIsFilledAgain() {
        var post = "chief-00199-20250701";
        var successor = service.holderOf("deputy-general-00199-20250701");
        var id = appointmentOf(post);
        end(id, personnel, "If-Match", etag(id));
        assertThat(service.get("/api/v1/posts/" + post, personnel).body().get("vacant").asBoolean())
                .isTrue();

        var made = appoint(post, successor, personnel);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).matches("\"\\d+-1\"");
        assertThat(service.get(made.header("Location"), personnel).status()).isEqualTo(200);
        assertThat(service.holderOf(post)).isEqualTo(successor);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(appoint("chief-nowhere", "HN-100001", personnel).status()).isEqualTo(404);
        assertThat(end("appointment-none", personnel).status()).isEqualTo(404);
        var unknown = appoint("chief-00190-20250701", "HN-1", personnel);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/code").asString()).isEqualTo("officer-unknown");
        var gone = appoint("chief-d001-20250101", "HN-100001", personnel);
        assertThat(code(gone)).isEqualTo("post-not-there");
    }

    @Test
    void onlyServicesAskForAuthority() {
        var reply = service.get("/internal/authority?serviceNumber=HN-100001", personnel);
        assertThat(reply.status()).isEqualTo(403);
    }
}
