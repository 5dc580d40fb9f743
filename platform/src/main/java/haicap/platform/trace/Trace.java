package haicap.platform.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A W3C trace context: one trace id for a request and everything that follows from it, across the
 * outbox and Kafka. Bound to the thread that works on it; immutable.
 *
 * @param traceId 32 hexadecimal digits
 * @param parentId 16 hexadecimal digits
 */
public record Trace(String traceId, String parentId) {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

    /** Reads a {@code traceparent} header; begins a new trace where there is none to read. */
    public static Trace of(@Nullable String traceparent) {
        var header = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        return header != null && header.matches()
                ? new Trace(header.group(1), header.group(2))
                : new Trace(hex(16), hex(8));
    }

    /** The trace of the work at hand; a new one, not kept, outside of any. */
    public static Trace current() {
        var trace = CURRENT.get();
        return trace != null ? trace : of(null);
    }

    /** Runs the work within this trace, so that log lines and events carry it. */
    public void during(Runnable work) {
        var before = CURRENT.get();
        CURRENT.set(this);
        MDC.put("traceId", traceId);
        try {
            work.run();
        } finally {
            CURRENT.set(before);
            if (before == null) {
                MDC.remove("traceId");
            } else {
                MDC.put("traceId", before.traceId);
            }
        }
    }

    /** The header's value. */
    public String traceparent() {
        return "00-" + traceId + "-" + parentId + "-01";
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
