package haicap.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import haicap.platform.peers.TestPeers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An org-structure that hangs holds nobody up for long, and few at a time. */
class DirectAuthorityTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean hangs;
    private HttpServer source;
    private DirectAuthority direct;

    @BeforeEach
    void listen() throws IOException {
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        source.createContext(
                "/token",
                exchange -> answer(exchange, "{\"access_token\": \"t\", \"expires_in\": 3600}"));
        source.createContext("/internal/authority", this::authority);
        source.start();
        var address = URI.create("http://127.0.0.1:" + source.getAddress().getPort());
        direct = new DirectAuthority(TestPeers.of("org-structure", address), "case");
    }

    @AfterEach
    void close() {
        over.countDown();
        source.stop(0);
    }

    private void authority(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (hangs) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        answer(exchange, "{\"posts\": []}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length());
        exchange.getResponseBody().write(json.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    @Test
    void anAnswerServesAllWhoAskForTheSameOfficer() {
        assertThat(direct.postsHeldBy("HN-1")).isEmpty();

        IntStream.range(0, 100).forEach(i -> assertThat(direct.postsHeardOf("HN-1")).isEmpty());

        assertThat(asked).hasValue(1);
    }

    @Test
    void whenItHangsMostGoOnAtOnceAndTheFewThatWaitedSoon() throws Exception {
        hangs = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests =
                    IntStream.range(0, 200)
                            .mapToObj(i -> threads.submit(() -> direct.postsHeldBy("HN-" + i)))
                            .toList();
            for (var request : requests) {
                // each comes back although the server answers nobody
                assertThat(request.get()).isNull();
            }
        }
        assertThat(asked.get()).isLessThan(DirectAuthority.WAITING);
    }

    @Test
    void afterAFailureNobodyAsksForAWhile() {
        hangs = true;
        assertThat(direct.postsHeldBy("HN-1")).isNull();
        var before = asked.get();

        IntStream.range(0, 1_000).forEach(i -> assertThat(direct.postsHeldBy("HN-" + i)).isNull());

        assertThat(asked.get()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void aStreamNeverWaits() {
        hangs = true;
        // the server answers nobody until the test is over
        assertThat(direct.postsHeardOf("HN-1")).isNull();
        await().until(() -> asked.get() == 1);
        assertThat(direct.postsHeardOf("HN-1")).isNull();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aStreamHearsInTheEnd() {
        await().until(() -> direct.postsHeardOf("HN-1") != null);
        assertThat(asked).hasValue(1);
    }

    @Test
    void theSourceDoesNotAskItself() throws Exception {
        var address = URI.create("http://127.0.0.1:" + source.getAddress().getPort());
        var itself = new DirectAuthority(TestPeers.of("org-structure", address), "org-structure");

        assertThat(itself.postsHeldBy("HN-1")).isNull();
        assertThat(itself.postsHeardOf("HN-1")).isNull();
        assertThat(asked).hasValue(0);
    }
}
