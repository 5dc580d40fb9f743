package haicap.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetentionTest {

    private static final Caller DIRECTOR = officer("HN-1", Title.CITY_DIRECTOR);
    private static final Caller DEPUTY = officer("HN-2", Title.DEPUTY_DIRECTOR);
    private static final Caller HEAD = officer("HN-3", Title.DEPARTMENT_HEAD);

    private static ConfigurableApplicationContext service;
    private static OrderHold orders;

    @BeforeAll
    static void start() {
        service = TestService.start(TestPostgres.database(), "retention", Map.of());
        orders = service.getBean(OrderHold.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void onlyTheCitysCommandOrdersAHold() {
        assertRefused("not-city-command", () -> hold(HEAD));
    }

    @Test
    void whoOrderedAHoldDoesNotReleaseItAndNobodyTwice() {
        var id = json(hold(DIRECTOR)).path("id").asString();

        assertThat(json(release(id, DIRECTOR)).path("code").asString()).isEqualTo("own-hold");
        assertThat(release(id, DEPUTY).status()).isEqualTo(200);
        assertThat(json(release(id, DEPUTY)).path("code").asString()).isEqualTo("hold-released");
    }

    @Test
    void aHoldIsReadWhereItsOrderPointedByWhoReadsTheReport() {
        var place = Objects.requireNonNull(hold(DIRECTOR).location());
        var id = place.substring(place.lastIndexOf('/') + 1);
        var door = service.getBean(RetentionController.class);

        assertThat(door.hold(id, DEPUTY).decisionNumber()).isEqualTo("1/QĐ");
        assertRefused("retention-not-readable", () -> door.hold(id, HEAD));
        assertRefused("not-found", () -> door.hold("none", DEPUTY));
    }

    @Test
    void theReportNamesEachClassWithItsPeriodBasisAndCertainty() {
        var report = service.getBean(RetentionReport.class).now();

        assertThat(report.classes())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.recordClass()).isEqualTo("audit");
                    assertThat(line.days()).isGreaterThan(365);
                    assertThat(line.basis()).isNotBlank();
                    assertThat(line.certainty()).isNotBlank();
                });
    }

    @Test
    void theAuditIsNeverDisposedOfWithinAYear() {
        var audit = service.getBean(ProvedAudit.class);

        assertThat(audit.dispose(Duration.ZERO, 10)).isZero();
        assertThat(audit.due(Duration.ZERO)).isZero();
    }

    private static void assertRefused(String code, ThrowingCallable order) {
        assertThatThrownBy(order)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Answer hold(Caller by) {
        return orders.hold(new OrderHold.Order("cr-1", "1/QĐ"), "/holds", by, request());
    }

    private static Answer release(String id, Caller by) {
        return orders.release(id, new OrderHold.Release("2/QĐ"), by, request());
    }

    private static WriteRequest request() {
        return new WriteRequest(
                "caller",
                "post",
                UUID.randomUUID().toString(),
                new byte[0],
                null,
                null,
                Locale.ENGLISH,
                List.of());
    }

    private static JsonNode json(Answer answer) {
        return new JsonMapper().readTree((byte[]) answer.body());
    }

    private static Caller officer(String number, Title title) {
        var post = HeldPost.of("post-" + number, "hanoi", title);
        return new Caller(number, number, Set.of(), List.of(post), null, Instant.MAX, true);
    }
}
