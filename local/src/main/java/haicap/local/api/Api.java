package haicap.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The public interface, called in the name of a demo client. Safe for all threads. */
public final class Api implements AutoCloseable {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String base;
    private final Tokens tokens;

    /** At this public address, for instance {@code http://localhost:8080}. */
    public Api(String base) {
        this.base = base;
        this.tokens = new Tokens(http, URI.create(base + "/oauth2/token"));
    }

    /** An access token of that client. */
    public String token(String client) {
        return tokens.of(client);
    }

    /** Reads a path. */
    public HttpResponse<String> get(String client, String path)
            throws IOException, InterruptedException {
        return http.send(request(client, path).GET().build(), BodyHandlers.ofString());
    }

    /** Reads a path whose answer takes its time. */
    public HttpResponse<String> get(String client, String path, Duration timeLimit)
            throws IOException, InterruptedException {
        return http.send(
                request(client, path).timeout(timeLimit).GET().build(), BodyHandlers.ofString());
    }

    /** Writes JSON once: repeat it with the same key and it still counts once. */
    public HttpResponse<String> post(
            String client, String path, String key, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request =
                request(client, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Writes a file of rows, waiting through crowds and short outages. */
    public HttpResponse<String> load(
            String client, String path, String key, BodyPublisher csv, Duration timeLimit)
            throws IOException {
        var request =
                request(client, path)
                        .timeout(timeLimit)
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .header("Idempotency-Key", key)
                        .POST(csv)
                        .build();
        return Patience.withCrowds(() -> http.send(request, BodyHandlers.ofString()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String client, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIME_LIMIT)
                .header("Authorization", "Bearer " + tokens.of(client));
    }
}
