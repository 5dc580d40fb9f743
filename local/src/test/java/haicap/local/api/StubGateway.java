package haicap.local.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A gateway that gives tokens to everybody and answers as a test wishes. */
public final class StubGateway implements AutoCloseable {

    /** A request as it came in. */
    public record Call(
            String method, String path, String token, String key, String match, String body) {}

    /** An answer as it goes out. */
    public record Reply(int status, String body) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    public StubGateway(Function<Call, Reply> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", this::token);
        server.createContext("/api", exchange -> answer(exchange, answers));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** For whom a token was asked, each time. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var client = form.replaceAll(".*client_id=([^&]*).*", "$1");
        tokens.add(client);
        send(
                exchange,
                new Reply(200, "{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(client)));
    }

    private void answer(HttpExchange exchange, Function<Call, Reply> answers) throws IOException {
        var headers = exchange.getRequestHeaders();
        var call =
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers.getFirst("Authorization").replace("Bearer ", ""),
                        headers.getFirst("Idempotency-Key"),
                        headers.getFirst("If-Match"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        send(exchange, answers.apply(call));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"1-1\"");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
