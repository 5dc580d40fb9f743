package haicap.gateway.limits;

import haicap.gateway.problems.Refusal;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Why a body is not passed on. */
final class BodyRefusals {

    private BodyRefusals() {}

    static Refusal tooLarge(long limit) {
        return Refusal.of(413, "body-too-large", Map.of("limit", limit));
    }

    /** Of what went wrong while it was read. */
    static Refusal of(Throwable broken) {
        return switch (broken) {
            case Refusal refusal -> refusal;
            case TimeoutException slow -> Refusal.of(408, "request-too-slow", Map.of());
            default -> Refusal.of(400, "body-incomplete", Map.of());
        };
    }
}
