package haicap.local.demo;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Delivers an order through crowds and outages: the same key each time, so that it counts once. */
final class Delivery {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Api api;

    Delivery(Api api) {
        this.api = api;
    }

    Delivered deliver(Order order, String key, Instant due) throws InterruptedException {
        for (var repeats = 0; ; repeats++) {
            var answer = attempt(order, key);
            var took = Duration.between(due, Instant.now());
            if (answer != null && !comeBackLater(answer)) {
                var etag = answer.headers().firstValue("ETag").orElse("");
                return new Delivered(answer.statusCode(), answer.body(), etag, took, repeats);
            }
            if (took.compareTo(PATIENCE) > 0) {
                return new Delivered(0, "", "", took, repeats);
            }
            Thread.sleep(pause(answer, repeats));
        }
    }

    private @Nullable HttpResponse<String> attempt(Order order, String key)
            throws InterruptedException {
        try {
            return api.post(order.client(), order.path(), key, order.json(), order.headers());
        } catch (IOException | Failure e) {
            return null;
        }
    }

    /** A 409 that names a time passes by itself: the first attempt is still being worked on. */
    private static boolean comeBackLater(HttpResponse<String> answer) {
        var status = answer.statusCode();
        return status == 429
                || status >= 500
                || (status == 409 && answer.headers().firstValue("Retry-After").isPresent());
    }

    private static Duration pause(@Nullable HttpResponse<String> answer, int repeats) {
        var own = Duration.ofMillis(100L << Math.min(repeats, 4));
        var asked =
                answer == null
                        ? Duration.ZERO
                        : Duration.ofSeconds(
                                answer.headers().firstValueAsLong("Retry-After").orElse(0));
        var longer = own.compareTo(asked) > 0 ? own : asked;
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
