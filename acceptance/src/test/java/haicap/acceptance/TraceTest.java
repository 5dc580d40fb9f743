package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.acceptance.Collector.Step;
import haicap.acceptance.client.Session;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.feed.Topic;
import haicap.acceptance.load.Paperwork;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InTheHouse
@Order(5)
class TraceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String RECORDED = "01";
    private static final String NOT_RECORDED = "00";

    private final House house;

    TraceTest(House house) {
        this.house = house;
    }

    @Test
    void leadsFromTheRequestToItsEventAndToTheCitysFeed() {
        var trace = drawn();
        try (var topic = Topic.reading(house.system(), "haicap.case.v1");
                var feed = Topic.reading(house.system(), "haicap.feed.v1")) {
            var officer = house.as(house.unit(12).officer());
            var report = send(officer, Paperwork.report(), trace, RECORDED);

            var event = topic.await(r -> r.key().equals(report), Duration.ofSeconds(10));

            assertThat(event.traceparent()).startsWith("00-" + trace + "-");
            assertThat(event.type()).isEqualTo("haicap.case.CrimeReportReceived.v1");
            assertThat(event.body()).doesNotContain("Mất trộm");
            var told = feed.await(r -> r.body().contains(report), Duration.ofSeconds(10));
            assertThat(told.traceparent()).startsWith("00-" + trace + "-");
        }
    }

    @ParameterizedTest
    @CsvSource({"case, /api/v1/crime-reports", "inspection, /api/v1/obstacles"})
    void everyPartRecordsItsStepsAndTheCollectorHasThem(String part, String path) {
        var officer = house.as(house.unit(12).officer());
        var write = part.equals("case") ? Paperwork.report() : Paperwork.obstacle();
        var unrecorded = drawn();
        send(officer, write, unrecorded, NOT_RECORDED);
        var trace = drawn();
        send(officer, write, trace, RECORDED);

        var request = "POST " + path;
        var topic = "haicap.%s.v1".formatted(part);
        var steps =
                recorded(
                        trace,
                        "gateway: " + request,
                        part + ": " + request,
                        part + ": send " + topic,
                        "reporting: process " + topic,
                        "reporting: send haicap.feed.v1",
                        "reporting: stream haicap.feed.v1");

        var gateway = the(steps, "gateway", request);
        var service = the(steps, part, request);
        assertThat(gateway.parent()).isEqualTo(CALLER);
        assertThat(service.parent()).isEqualTo(gateway.id());
        assertThat(steps)
                .filteredOn(step -> step.name().endsWith(".v1"))
                .allMatch(step -> step.parent().equals(service.id()));
        assertThat(house.collector().of(unrecorded)).isEmpty();
    }

    @Test
    void eachServiceThatFeedsOnTheOrganisationIsAStepOfItsTrace() {
        var director = house.as("director");
        var post = house.unit(13).dutyPost();
        var holder = director.get("/api/v1/posts/" + post).orFail().json().path("holders").get(0);
        var appointment = holder.path("appointmentId").asString();
        var etag = director.get("/api/v1/appointments/" + appointment).orFail().etag();
        director.accept(Paperwork.ending(appointment, etag)).orFail();
        var trace = drawn();

        var number = holder.path("serviceNumber").asString();
        send(director, Paperwork.appointment(post, number), trace, RECORDED);

        recorded(
                trace,
                "org-structure: send haicap.org.v1",
                "case: process haicap.org.v1",
                "inspection: process haicap.org.v1",
                "reporting: process haicap.org.v1");
    }

    /** All steps of a trace, when these are among them. */
    private List<Step> recorded(String trace, String... wanted) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(house.collector().of(trace))
                                .extracting(step -> step.part() + ": " + step.name())
                                .contains(wanted));
        return house.collector().of(trace);
    }

    private static Step the(List<Step> steps, String part, String name) {
        assertThat(steps)
                .filteredOn(step -> step.part().equals(part) && step.name().equals(name))
                .hasSize(1);
        return steps.stream()
                .filter(step -> step.part().equals(part) && step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Writes, as a step of this trace; the id of what was made. */
    private static String send(Session client, Write write, String trace, String flags) {
        return client.send(
                        client.request(write.path())
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header(
                                        "traceparent",
                                        "00-%s-%s-%s".formatted(trace, CALLER, flags))
                                .POST(BodyPublishers.ofString(write.body())))
                .orFail()
                .text("id");
    }

    private static String drawn() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
