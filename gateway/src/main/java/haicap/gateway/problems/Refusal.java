package haicap.gateway.problems;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the gateway gives itself instead of the part: a status, a stable code and what its
 * text names. Immutable.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final Map<String, ?> args;
    private final @Nullable Duration retryAfter;

    private Refusal(int status, String code, Map<String, ?> args, @Nullable Duration retryAfter) {
        super(code + " " + args, null, false, false);
        this.status = status;
        this.code = code;
        this.args = args;
        this.retryAfter = retryAfter;
    }

    /** Any status of the protocol. */
    public static Refusal of(int status, String code, Map<String, ?> args) {
        return new Refusal(status, code, args, null);
    }

    /** 429: ask again later. */
    public static Refusal tooMany(String code, Duration retryAfter) {
        return new Refusal(429, code, Map.of(), retryAfter);
    }

    /** 503: what is needed does not answer now. */
    public static Refusal unavailable(String code, Map<String, ?> args, Duration retryAfter) {
        return new Refusal(503, code, args, retryAfter);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, ?> args() {
        return args;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
