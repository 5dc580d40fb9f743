package haicap.platform.problems;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not what the caller wished: a stable code and the ids, states and attempts that
 * its text names. Thrown by rules and use cases; the platform turns it into a problem detail.
 * Titles stand in {@code contracts/problems.yaml}, details in {@code
 * messages/problems_vi.properties} and {@code _en}.
 */
public final class Refusal extends RuntimeException {

    private static final int TOLD_AT_MOST = 1_000;

    private final int status;
    private final String code;
    private final Map<String, ?> args;
    private final List<Fault> faults;
    private final @Nullable Duration retryAfter;

    private Refusal(
            int status,
            String code,
            Map<String, ?> args,
            List<Fault> faults,
            @Nullable Duration retryAfter) {
        super(code + " " + args + (faults.isEmpty() ? "" : " " + faults), null, false, false);
        this.status = status;
        this.code = code;
        this.args = args;
        this.faults = faults;
        this.retryAfter = retryAfter;
    }

    /** 404: absent, or out of the caller's scope; the two cannot be told apart. */
    public static Refusal notFound(String kind, String id) {
        return new Refusal(404, "not-found", Map.of("kind", kind, "id", id), List.of(), null);
    }

    /** 409: the state does not allow what was attempted. */
    public static Refusal conflict(String code, Map<String, ?> args) {
        return new Refusal(409, code, args, List.of(), null);
    }

    /** 403: the caller may see the thing but not do this to it. */
    public static Refusal forbidden(String code, Map<String, ?> args) {
        return new Refusal(403, code, args, List.of(), null);
    }

    /** 422: a well-formed value that breaks a rule. */
    public static Refusal invalid(String pointer, String code, Map<String, ?> args) {
        return invalid(List.of(new Fault(pointer, code, args)));
    }

    /** 422: several values that break rules; told are the first thousand. */
    public static Refusal invalid(List<Fault> faults) {
        var told = faults.subList(0, Math.min(faults.size(), TOLD_AT_MOST));
        return new Refusal(422, "invalid", Map.of(), List.copyOf(told), null);
    }

    /** 422 with a code of its own, for a request that is wrong as a whole. */
    public static Refusal unprocessable(String code, Map<String, ?> args) {
        return new Refusal(422, code, args, List.of(), null);
    }

    /** 400: the request cannot be read. */
    public static Refusal malformed(String pointer, String code, Map<String, ?> args) {
        return malformed(List.of(new Fault(pointer, code, args)));
    }

    /** 400: several things of the request cannot be read. */
    public static Refusal malformed(List<Fault> faults) {
        return new Refusal(400, "malformed", Map.of(), List.copyOf(faults), null);
    }

    /** 412: the version that the caller saw is not the present one. */
    public static Refusal stale(String seen, String present) {
        return new Refusal(
                412, "stale-version", Map.of("seen", seen, "present", present), List.of(), null);
    }

    /** 428: a change to an existing thing without {@code If-Match}. */
    public static Refusal matchRequired() {
        return new Refusal(428, "if-match-required", Map.of(), List.of(), null);
    }

    /** 409 that passes by itself: ask again after the given time. */
    public static Refusal busy(String code, Duration retryAfter) {
        return new Refusal(409, code, Map.of(), List.of(), retryAfter);
    }

    /** 429: one too many of this caller; ask again after the given time. */
    public static Refusal tooMany(String code, Duration retryAfter) {
        return new Refusal(429, code, Map.of(), List.of(), retryAfter);
    }

    /** 503: a part that is needed does not answer; nothing was changed. */
    public static Refusal unavailable(String code, Duration retryAfter) {
        return new Refusal(503, code, Map.of(), List.of(), retryAfter);
    }

    /** Any other status of the protocol. */
    public static Refusal of(int status, String code, Map<String, ?> args) {
        return new Refusal(status, code, args, List.of(), null);
    }

    /**
     * Whether this is a decision of the domain that an idempotency key remembers. Preconditions and
     * outages are not: the same request may succeed next time.
     */
    public boolean isDecision() {
        return retryAfter == null
                && switch (status) {
                    case 403, 404, 409, 422 -> true;
                    default -> false;
                };
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, ?> args() {
        return args;
    }

    public List<Fault> faults() {
        return faults;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
