package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.acceptance.Collector.Step;
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
            var report = report(trace, RECORDED);

            var event = topic.await(r -> r.key().equals(report), Duration.ofSeconds(10));

            assertThat(event.traceparent()).startsWith("00-" + trace + "-");
            assertThat(event.type()).isEqualTo("haicap.case.CrimeReportReceived.v1");
            assertThat(event.body()).doesNotContain("Mất trộm");
            var told = feed.await(r -> r.body().contains(report), Duration.ofSeconds(10));
            assertThat(told.traceparent()).startsWith("00-" + trace + "-");
        }
    }

    @Test
    void everyPartRecordsItsStepsAndTheCollectorHasThem() {
        var unrecorded = drawn();
        report(unrecorded, NOT_RECORDED);
        var trace = drawn();
        report(trace, RECORDED);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(house.collector().of(trace))
                                .extracting(step -> step.part() + ": " + step.name())
                                .contains(
                                        "gateway: POST /api/v1/crime-reports",
                                        "case: POST /api/v1/crime-reports",
                                        "case: send haicap.case.v1",
                                        "reporting: process haicap.case.v1",
                                        "reporting: send haicap.feed.v1",
                                        "reporting: stream haicap.feed.v1"));
        var steps = house.collector().of(trace);
        var gateway = the(steps, "gateway", "POST /api/v1/crime-reports");
        var service = the(steps, "case", "POST /api/v1/crime-reports");
        assertThat(gateway.parent()).isEqualTo(CALLER);
        assertThat(service.parent()).isEqualTo(gateway.id());
        assertThat(steps)
                .filteredOn(step -> step.name().endsWith(".v1"))
                .allMatch(step -> step.parent().equals(service.id()));
        assertThat(house.collector().of(unrecorded)).isEmpty();
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

    /** Receives a report, as a step of this trace; its id. */
    private String report(String trace, String flags) {
        var officer = house.as(house.unit(12).officer());
        var write = Paperwork.report();
        return officer.send(
                        officer.request(write.path())
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
