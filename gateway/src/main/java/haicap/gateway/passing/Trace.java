package haicap.gateway.passing;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The W3C trace of a request: the caller's, or one begun here when none came that can be read.
 * Immutable.
 */
public record Trace(String traceId, String traceparent) {

    static final String HEADER = "traceparent";

    private static final Pattern READABLE =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The trace of this exchange; the same one whenever it is asked for. */
    public static Trace of(ServerWebExchange exchange) {
        return (Trace)
                exchange.getAttributes()
                        .computeIfAbsent(
                                Trace.class.getName(),
                                absent -> ofCaller(exchange).orElseGet(Trace::begun));
    }

    /** What the caller sent along, where it can be read. */
    public static Optional<Trace> ofCaller(ServerWebExchange exchange) {
        return read(exchange.getRequest().getHeaders().getFirst(HEADER));
    }

    /** The exchange goes on as this step of a trace. */
    public static void goesOn(
            ServerWebExchange exchange, String traceId, String step, String flags) {
        exchange.getAttributes()
                .put(
                        Trace.class.getName(),
                        new Trace(traceId, "00-%s-%s-%s".formatted(traceId, step, flags)));
    }

    /** A new trace. */
    public static Trace begun() {
        var traceId = hex(16);
        return new Trace(traceId, "00-" + traceId + "-" + hex(8) + "-01");
    }

    private static Optional<Trace> read(@Nullable String traceparent) {
        return Optional.ofNullable(traceparent)
                .map(READABLE::matcher)
                .filter(Matcher::matches)
                .map(readable -> new Trace(readable.group(1), readable.group()));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
