package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.Topic;
import haicap.acceptance.load.Paperwork;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(5)
class TraceTest {

    private static final long SEED = 7;

    private final House house;

    TraceTest(House house) {
        this.house = house;
    }

    @Test
    void leadsFromTheRequestToItsEventAndToTheCitysFeed() {
        var trace = HexFormat.of().formatHex(bytes(16));
        var officer = house.as(house.unit(12).officer());
        try (var topic = Topic.reading(house.system(), "haicap.case.v1");
                var feed = Topic.reading(house.system(), "haicap.feed.v1")) {
            var write = Paperwork.report();
            var report =
                    officer.send(
                                    officer.request(write.path())
                                            .header("Content-Type", "application/json")
                                            .header("Idempotency-Key", UUID.randomUUID().toString())
                                            .header(
                                                    "traceparent",
                                                    "00-%s-00f067aa0ba902b7-01".formatted(trace))
                                            .POST(BodyPublishers.ofString(write.body())))
                            .orFail()
                            .text("id");

            var event = topic.await(r -> r.key().equals(report), Duration.ofSeconds(10));

            assertThat(event.traceparent()).startsWith("00-" + trace + "-");
            assertThat(event.type()).isEqualTo("haicap.case.CrimeReportReceived.v1");
            assertThat(event.body()).doesNotContain("Mất trộm");
            var told = feed.await(r -> r.body().contains(report), Duration.ofSeconds(10));
            assertThat(told.traceparent()).startsWith("00-" + trace + "-");
        }
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }
}
