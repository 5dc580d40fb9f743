package haicap.platform.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A W3C trace context: one trace id for a request and everything that follows from it, across the
 * outbox and Kafka. Bound to the thread that works on it; immutable.
 *
 * @param traceId 32 hexadecimal digits
 * @param parentId 16 hexadecimal digits
 * @param flags two hexadecimal digits: whether whoever began it records it
 */
public record Trace(String traceId, String parentId, String flags) {

    private static final String FORM = "00-tttttttttttttttttttttttttttttttt-pppppppppppppppp-ff";
    private static final String NOT_RECORDED = "00";
    private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

    /**
     * Reads a {@code traceparent} header; begins a new trace, which nobody records, where there is
     * none to read.
     */
    public static Trace of(@Nullable String traceparent) {
        return traceparent != null && hasForm(traceparent)
                ? new Trace(
                        traceparent.substring(3, 35),
                        traceparent.substring(36, 52),
                        traceparent.substring(53))
                : new Trace(hex(16), hex(8), NOT_RECORDED);
    }

    /** Each event has one: without a regular expression it costs a tenth. */
    private static boolean hasForm(String text) {
        return text.length() == FORM.length()
                && IntStream.range(0, FORM.length())
                        .allMatch(at -> fits(text.charAt(at), FORM.charAt(at)));
    }

    private static boolean fits(char c, char form) {
        return form == '0' || form == '-'
                ? c == form
                : c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
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
        return "00-" + traceId + "-" + parentId + "-" + flags;
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
