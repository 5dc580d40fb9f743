package haicap.local.api;

import haicap.local.parts.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens of the demo clients, kept for half of their life; many who need the same at once
 * ask for it once. Safe for all threads.
 */
public final class Tokens {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final String DEMO_SECRET = "local-demo";

    private record Held(String token, Instant until) {}

    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** Asks this token endpoint. */
    public Tokens(HttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /** A token of that demo client that is valid for a while. */
    public String of(String client) {
        return held.compute(client, (name, known) -> isValid(known) ? known : ask(name)).token();
    }

    private static boolean isValid(@Nullable Held held) {
        return held != null && held.until().isAfter(Instant.now());
    }

    private Held ask(String client) {
        var form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(URLEncoder.encode(client, StandardCharsets.UTF_8), DEMO_SECRET);
        var request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(TIME_LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try {
            var answer = Patience.withCrowds(() -> http.send(request, BodyHandlers.ofString()));
            if (answer.statusCode() != 200) {
                throw refused(client, answer.statusCode());
            }
            var body = JSON.readTree(answer.body());
            var life = Duration.ofSeconds(body.path("expires_in").asLong());
            return new Held(
                    body.path("access_token").asString(), Instant.now().plus(life.dividedBy(2)));
        } catch (IOException e) {
            throw new Failure(
                    "Không gọi được " + endpoint + "; hệ thống đã chạy chưa?",
                    endpoint + " does not answer; is the system up?",
                    e);
        }
    }

    private static Failure refused(String client, int status) {
        return new Failure(
                "Không có mã truy cập cho “%s” (HTTP %d)".formatted(client, status),
                "No access token for “%s” (HTTP %d)".formatted(client, status));
    }
}
