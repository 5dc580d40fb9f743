package haicap.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What operators have a collector for: takes traces by OTLP over HTTP, and shows them. */
final class Collector implements AutoCloseable {

    /** One step of a trace, as a part recorded it. */
    record Step(String part, String name, String trace, String id, String parent) {}

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private final HttpServer server;
    private final Queue<Step> steps = new ConcurrentLinkedQueue<>();

    private Collector(HttpServer server) {
        this.server = server;
    }

    /** Listens at a free port, or where a system that runs already has been told to send to. */
    static Collector open() {
        var told = Optional.ofNullable(System.getenv(ENDPOINT)).map(URI::create);
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress("127.0.0.1", told.map(URI::getPort).orElse(0)),
                            0);
            var collector = new Collector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().stream().flatMap(Collector::steps).forEach(steps::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<Step> steps(ResourceSpans sent) {
        var part =
                sent.getResource().getAttributesList().stream()
                        .filter(each -> each.getKey().equals("service.name"))
                        .map(each -> each.getValue().getStringValue())
                        .findFirst()
                        .orElseThrow();
        return sent.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span ->
                        new Step(
                                part,
                                span.getName(),
                                hex(span.getTraceId().toByteArray()),
                                hex(span.getSpanId().toByteArray()),
                                hex(span.getParentSpanId().toByteArray())));
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    /** What has been recorded of a trace so far. */
    List<Step> of(String trace) {
        return steps.stream().filter(each -> each.trace().equals(trace)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
