package haicap.reporting.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import haicap.platform.recount.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Both sources and the token endpoint at one address each. What they recount is what a test says;
 * where their topic ends is true.
 */
public final class SourceStub {

    /** What a source holds of a kind at an instant. */
    public interface Holds {

        List<?> sums(String kind, Instant at);

        List<?> files(String kind, String unitId, Part part);
    }

    private static final Holds NOTHING =
            new Holds() {

                @Override
                public List<?> sums(String kind, Instant at) {
                    return List.of();
                }

                @Override
                public List<?> files(String kind, String unitId, Part part) {
                    return List.of();
                }
            };

    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicReference<Holds> held = new AtomicReference<>(NOTHING);
    private final HttpServer server;
    private final String topic;
    private volatile int most;

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

    /** From now on it holds this. */
    public void holds(Holds holds) {
        held.set(holds);
    }

    /** From now on it holds nothing. */
    public void forgets() {
        held.set(NOTHING);
    }

    /** How many items its longest answer had. */
    public int most() {
        return most;
    }

    /** Does something that no recount may see half done: a write and its event. */
    public synchronized void atOnce(Runnable work) {
        work.run();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void recount(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, recount(query(exchange)));
        } catch (RuntimeException e) {
            e.printStackTrace();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        }
    }

    private synchronized Map<String, Object> recount(Map<String, String> query) {
        var kind = query.get("kind");
        var unit = query.get("unitId");
        var items =
                unit == null
                        ? held.get().sums(kind, Instant.parse(query.get("at")))
                        : held.get()
                                .files(kind, unit, Part.of(query.get("after"), query.get("upTo")));
        most = Math.max(most, items.size());
        return Map.of(
                "at",
                query.get("at"),
                "snapshot",
                "1:2:",
                "endOffsets",
                Events.ends(topic),
                "items",
                items);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
