package haicap.casework.testing;

import haicap.platform.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service over HTTP. */
public final class Caller {

    /** What the service answered. */
    public record Answered(HttpResponse<String> response) {

        private static final JsonMapper JSON = new JsonMapper();

        public int status() {
            return response.statusCode();
        }

        /** The body, as JSON. */
        public JsonNode body() {
            return JSON.readTree(response.body());
        }

        /** A header that must be there. */
        public String header(String name) {
            return response.headers().firstValue(name).orElseThrow();
        }

        /** The text at a pointer. */
        public String at(String pointer) {
            return body().at(pointer).asString();
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** Shorter than any limit of a call from service to service. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String token;

    private Caller(String token) {
        this.token = token;
    }

    /** The officer who holds the post. */
    public static Caller holding(String post) {
        return new Caller(TestTokens.officer(Hanoi.holderOf(post)));
    }

    /** An officer by service number. */
    public static Caller officer(String serviceNumber) {
        return new Caller(TestTokens.officer(serviceNumber));
    }

    /** A system with scopes. */
    public static Caller system(String scopes) {
        return new Caller(TestTokens.system("service-reporting", scopes));
    }

    /** Reads. */
    public Answered get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Writes under a key of its own. */
    public Answered post(String path, Map<String, ?> body, String... headers) {
        return postUnder(UUID.randomUUID().toString(), path, body, headers);
    }

    /** Writes under the given key. */
    public Answered postUnder(String key, String path, Map<String, ?> body, String... headers) {
        return send(
                request(path, headers)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a file of comma separated values under a key of its own. */
    public Answered postCsv(String path, String csv, String... headers) {
        return postCsvUnder(UUID.randomUUID().toString(), path, csv, headers);
    }

    /** Sends a file of comma separated values under the given key. */
    public Answered postCsvUnder(String key, String path, String csv, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(CaseService.url() + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(csv));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Writes without a key. */
    public Answered postWithoutKey(String path, Map<String, ?> body) {
        return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(CaseService.url() + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answered send(HttpRequest.Builder request) {
        try {
            return new Answered(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
