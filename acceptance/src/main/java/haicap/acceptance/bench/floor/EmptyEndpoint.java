package haicap.acceptance.bench.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Reads a body and answers 201 with an empty object: the cheapest part that a gateway can have. */
public final class EmptyEndpoint implements AutoCloseable {

    private static final byte[] NOTHING = {'{', '}'};

    private final HttpServer server;

    private EmptyEndpoint(HttpServer server) {
        this.server = server;
    }

    /** Opens it at a free port. */
    public static EmptyEndpoint open() {
        // without it every second answer waits for the peer's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", EmptyEndpoint::answer);
            server.start();
            return new EmptyEndpoint(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, NOTHING.length);
            exchange.getResponseBody().write(NOTHING);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
