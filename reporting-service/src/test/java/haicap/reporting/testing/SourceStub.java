package haicap.reporting.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import haicap.platform.testing.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both sources and the token endpoint at one address each. What they recount is what a test says;
 * where their topic ends is true.
 */
public final class SourceStub {

    /** What a source answers: its sums, and the files of any unit. */
    public record Recounted(List<?> sums, List<?> files) {

        /** Nothing at all. */
        public static final Recounted NOTHING = new Recounted(List.of(), List.of());
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicReference<Recounted> recounted = new AtomicReference<>(Recounted.NOTHING);
    private final HttpServer server;
    private final String topic;

    SourceStub(String topic) {
        this.topic = topic;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/oauth2/token",
                exchange -> answer(exchange, Map.of("access_token", "t", "expires_in", 3600)));
        server.createContext("/internal/recount", this::recount);
        server.start();
    }

    /** From now on it answers this. */
    public void answers(Recounted answer) {
        recounted.set(answer);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void recount(HttpExchange exchange) throws IOException {
        boolean one = exchange.getRequestURI().getQuery().contains("unitId=");
        var present = recounted.get();
        answer(
                exchange,
                Map.of(
                        "at",
                        "2025-10-01T02:00:00Z",
                        "snapshot",
                        "1:2:",
                        "endOffsets",
                        endOffsets(),
                        "items",
                        one ? present.files() : present.sums()));
    }

    private Map<Integer, Long> endOffsets() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            var wanted = new java.util.HashMap<TopicPartition, OffsetSpec>();
            IntStream.range(0, 3)
                    .forEach(i -> wanted.put(new TopicPartition(topic, i), OffsetSpec.latest()));
            var ends = new TreeMap<Integer, Long>();
            admin.listOffsets(wanted)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
            return ends;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
