package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(7)
class EndedAppointmentTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration STALENESS_LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final House house;
    private final Session director;

    EndedAppointmentTest(House house) {
        this.house = house;
        this.director = house.as("director");
    }

    @Test
    void losesAccessWithinTwoSecondsWithATokenThatIsStillValidAndItsStreamToo() {
        var unit = house.unit(8);
        var officer = house.as(unit.officer());
        var report = officer.accept(Paperwork.report()).orFail();
        var register = "/api/v1/crime-reports/" + report.text("id");
        var stream = "/api/v1/feed/units/%s/stream".formatted(unit.id());
        try (var listener = Listener.to(officer, stream, null)) {
            Awaitility.await().atMost(PATIENCE).until(listener::isListening);
            assertThat(officer.get(register).status()).isEqualTo(200);

            var serviceNumber = end(unit.dutyPost());
            var ended = Instant.now();

            await(LIMIT, ended, () -> isShutOut(officer.get(register)));
            await(LIMIT, ended, () -> isShutOut(officer.send(Paperwork.report())));
            await(LIMIT, ended, () -> !listener.isListening());
            assertThat(listener.openings()).isEqualTo(1);

            appoint(unit.dutyPost(), serviceNumber);
            await(LIMIT, Instant.now(), () -> officer.get(register).accepted());
        }
    }

    @Test
    void losesTheRightToDecideWithinTheStalenessRuleWhileTheBrokerIsDown() {
        var unit = house.unit(9);
        var chief = house.as(unit.chief());
        var report = house.as(unit.officer()).accept(Paperwork.report()).orFail();
        house.system().kill(List.of(Parts.KAFKA));
        try {
            end(chiefPost(unit));
            var ended = Instant.now();

            await(
                    STALENESS_LIMIT.plus(LIMIT),
                    ended,
                    () -> isShutOut(classify(chief, report.text("id"), "\"0-0\"")));
        } finally {
            house.system().start(List.of(Parts.KAFKA));
        }
        var serviceNumber = formerHolder(chiefPost(unit));
        appoint(chiefPost(unit), serviceNumber);
        await(
                PATIENCE,
                Instant.now(),
                () -> classify(chief, report.text("id"), report.etag()).accepted());
    }

    private static String chiefPost(Unit unit) {
        return "chief-" + unit.id();
    }

    /** Ends the appointment to a post; gives the service number of who held it. */
    private String end(String post) {
        var holder = director.get("/api/v1/posts/" + post).orFail().json().path("holders").get(0);
        var appointment = holder.path("appointmentId").asString();
        var etag = director.get("/api/v1/appointments/" + appointment).orFail().etag();
        director.accept(Paperwork.ending(appointment, etag)).orFail();
        return holder.path("serviceNumber").asString();
    }

    private String formerHolder(String post) {
        return director.get("/api/v1/posts/%s/appointments".formatted(post))
                .orFail()
                .json()
                .path("items")
                .get(0)
                .path("serviceNumber")
                .asString();
    }

    private void appoint(String post, String serviceNumber) {
        director.accept(Paperwork.appointment(post, serviceNumber)).orFail();
    }

    private static Answer classify(Session chief, String report, String etag) {
        return chief.send(Paperwork.classification(report, etag));
    }

    private static boolean isShutOut(Answer answer) {
        return answer.status() == 403 || answer.status() == 404;
    }

    /** Within so long after an instant, whenever this comes to be called. */
    private static void await(Duration limit, Instant since, Callable<Boolean> state) {
        var left = Duration.between(Instant.now(), since.plus(limit));
        Awaitility.await()
                .atMost(left.isPositive() ? left : Duration.ofMillis(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(state);
    }
}
