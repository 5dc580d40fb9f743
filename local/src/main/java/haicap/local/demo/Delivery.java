package haicap.local.demo;

import haicap.local.api.Api;
import haicap.local.parts.Failure;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Delivers an order through crowds and outages: the same key each time, so that it counts once. */
final class Delivery {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** One sending. */
    private interface Sending {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private final Api api;

    Delivery(Api api) {
        this.api = api;
    }

    /** Who decides on a file looks at it first. */
    Delivered deliver(Order order, String key, Instant due) throws InterruptedException {
        var about = order.about();
        if (about == null) {
            return send(order, Map.of(), key, due);
        }
        if (about.etag() != null) {
            return send(order, Map.of("If-Match", about.etag()), key, due);
        }
        var seen = read(order.client(), about.path(), due);
        return seen.accepted() ? send(order, Map.of("If-Match", seen.etag()), key, due) : seen;
    }

    Delivered read(String client, String path, Instant due) throws InterruptedException {
        return insist(() -> api.get(client, path), due);
    }

    private Delivered send(Order order, Map<String, String> headers, String key, Instant due)
            throws InterruptedException {
        return insist(
                () -> api.post(order.client(), order.path(), key, order.json(), headers), due);
    }

    private static Delivered insist(Sending sending, Instant due) throws InterruptedException {
        for (var repeats = 0; ; repeats++) {
            var answer = attempt(sending);
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

    private static @Nullable HttpResponse<String> attempt(Sending sending)
            throws InterruptedException {
        try {
            return sending.send();
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
