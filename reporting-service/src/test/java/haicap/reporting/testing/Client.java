package haicap.reporting.testing;

import haicap.platform.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service over HTTP and reads its streams. */
public final class Client {

    /** A server-sent event as it was read. */
    public record Event(@Nullable String id, String name, JsonNode data) {}

    /** A stream that is being read by a thread of its own. */
    public static final class Stream implements AutoCloseable {

        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final InputStream body;
        private volatile boolean ended;

        private Stream(InputStream body) {
            this.body = body;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var lines =
                    new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                var fields = new LinkedHashMap<String, String>();
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.isEmpty() && fields.containsKey("data")) {
                        events.add(
                                new Event(
                                        fields.get("id"),
                                        fields.get("event"),
                                        JSON.readTree(fields.get("data"))));
                        fields.clear();
                    } else if (line.indexOf(": ") > 0) {
                        fields.put(
                                line.substring(0, line.indexOf(": ")),
                                line.substring(line.indexOf(": ") + 2));
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // the reader or the service left
            } finally {
                ended = true;
            }
        }

        public List<Event> events() {
            return new ArrayList<>(events);
        }

        /** How many events were read. */
        public int size() {
            return events.size();
        }

        /** Whether the service has ended the stream. */
        public boolean ended() {
            return ended;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Reporting service;
    private final String token;

    private Client(Reporting service, String token) {
        this.service = service;
        this.token = token;
    }

    /** The officer who holds the post. */
    public static Client holding(String post, Reporting service) {
        return new Client(service, TestTokens.officer(City.holderOf(post)));
    }

    /** A system with scopes. */
    public static Client system(String scopes, Reporting service) {
        return new Client(service, TestTokens.system("wall", scopes));
    }

    /** Reads an address. */
    public HttpResponse<String> get(String path, String... headers) {
        try {
            return HTTP.send(request(path, headers), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads an address that answers 200 with JSON. */
    public JsonNode json(String path) {
        var response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Posts nothing but the order itself. */
    public HttpResponse<String> post(String path, String key) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(service.url() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Idempotency-Key", key)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a stream. */
    public Stream stream(String path, String... headers) {
        try {
            var response = HTTP.send(request(path, headers), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("answered " + response.statusCode());
            }
            return new Stream(response.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(service.url() + path))
                        .header("Authorization", "Bearer " + token);
        return (headers.length == 0 ? request : request.headers(headers)).GET().build();
    }
}
