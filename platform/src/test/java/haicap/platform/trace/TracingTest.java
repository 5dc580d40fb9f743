package haicap.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import haicap.platform.trace.Hop.Operation;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TracingTest {

    private static final String RECORDED =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String EXPORTER = "BatchSpanProcessor";

    @Test
    void costsNothingWhereNoCollectorIsNamed() throws Exception {
        var seen = new AtomicBoolean();
        var before = exporters();
        try (var off = new Tracing("", "test", "test-1")) {
            off.during(
                    () -> {
                        throw new AssertionError("nobody asks for hops");
                    },
                    () -> seen.set(true));
            assertThat(traceparentWithin(off, RECORDED)).isEqualTo(RECORDED);
            assertThat(exporters()).isSubsetOf(before);
        }
        assertThat(seen).isTrue();
    }

    private static Set<Thread> exporters() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(EXPORTER))
                .collect(Collectors.toSet());
    }

    @Test
    void sendsWhatIsRecordedAndNothingElse() throws Exception {
        var sent = new AtomicReference<>("");
        var collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    sent.accumulateAndGet(
                            new String(body, StandardCharsets.ISO_8859_1), String::concat);
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        var address = "http://127.0.0.1:" + collector.getAddress().getPort();
        try (var on = new Tracing(address, "test", "test-1")) {
            on.during(
                    () ->
                            Stream.of(
                                    new Hop(Operation.SEND, "recorded", "1", RECORDED),
                                    new Hop(Operation.SEND, "of-nobody", "2", null),
                                    new Hop(Operation.SEND, "unrecorded", "3", unrecorded())),
                    () -> {});
            assertThat(traceparentWithin(on, RECORDED))
                    .startsWith(RECORDED.substring(0, 36))
                    .endsWith("-01")
                    .isNotEqualTo(RECORDED);
            assertThat(traceparentWithin(on, unrecorded())).endsWith("-00");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(sent.get()).contains("send recorded", "GET", "test-1"));
        } finally {
            collector.stop(0);
        }
        assertThat(sent.get()).doesNotContain("of-nobody", "unrecorded");
    }

    private static String unrecorded() {
        return RECORDED.substring(0, RECORDED.length() - 2) + "00";
    }

    /** What an event of such a request would bear. */
    private static String traceparentWithin(Tracing tracing, String header) throws Exception {
        var request = new MockHttpServletRequest("GET", "/things");
        request.addHeader("traceparent", header);
        var within = new AtomicReference<String>();
        var chain =
                new MockFilterChain() {
                    @Override
                    public void doFilter(ServletRequest asked, ServletResponse answer) {
                        within.set(Trace.current().traceparent());
                    }
                };
        new TraceFilter(tracing).doFilter(request, new MockHttpServletResponse(), chain);
        return within.get();
    }
}
