package haicap.local.api;

import haicap.local.parts.Failure;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits as long as an answer of 429 or 503 asks for, a bounded number of times. */
final class Patience {

    private static final int TRIES = 8;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    interface Call {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private Patience() {}

    static HttpResponse<String> withCrowds(Call call) throws IOException {
        try {
            var answer = call.send();
            for (var tried = 1; tried < TRIES && busy(answer); tried++) {
                Thread.sleep(asked(answer));
                answer = call.send();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Bị ngắt", "Interrupted", e);
        }
    }

    private static boolean busy(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503;
    }

    private static Duration asked(HttpResponse<String> answer) {
        var seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        var asked = Duration.ofSeconds(Math.max(1, seconds));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
