package haicap.acceptance.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests of one caller. Safe for all threads. */
public final class Session {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final URI gateway;
    private final Consumer<Answer> witness;
    private final @Nullable String token;
    private final @Nullable String actingPost;

    Session(HttpClient http, URI gateway, Consumer<Answer> witness, @Nullable String token) {
        this(http, gateway, witness, token, null);
    }

    private Session(
            HttpClient http,
            URI gateway,
            Consumer<Answer> witness,
            @Nullable String token,
            @Nullable String actingPost) {
        this.http = http;
        this.gateway = gateway;
        this.witness = witness;
        this.token = token;
        this.actingPost = actingPost;
    }

    /** The same caller, acting from one of the posts that he holds. */
    public Session actingFrom(String post) {
        return new Session(http, gateway, witness, token, post);
    }

    /** The token itself, for who writes requests by hand. */
    public String token() {
        return Objects.requireNonNull(token, "nobody has none");
    }

    /** Reads something. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends a write once, under a key of its own. */
    public Answer post(String path, String body) {
        return send(write(new Write(path, body)));
    }

    /** Sends a write once. */
    public Answer send(Write write) {
        return send(write(write));
    }

    /** Sends a write until it is answered for good, always under the same key. */
    public Answer accept(Write write) {
        return new Persistence(this).insist(write, attempt -> {});
    }

    /** Starts a request that the caller completes. */
    public HttpRequest.Builder request(String path) {
        return addressed(path).timeout(TIME_LIMIT);
    }

    private HttpRequest.Builder addressed(String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (actingPost != null) {
            request.header("Acting-Post", actingPost);
        }
        return request;
    }

    /**
     * Sends what the caller has completed; a broken connection is an {@link UncheckedIOException}.
     */
    public Answer send(HttpRequest.Builder request) {
        var answer = new Answer(send(request.build(), BodyHandlers.ofString()));
        witness.accept(answer);
        return answer;
    }

    /** Opens a stream and gives its bytes as they come. */
    public HttpResponse<InputStream> open(String path, @Nullable String lastEventId) {
        var request = addressed(path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return send(request.build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder write(Write write) {
        var request =
                request(write.path())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", write.key())
                        .POST(BodyPublishers.ofString(write.body()));
        if (write.ifMatch() != null) {
            request.header("If-Match", write.ifMatch());
        }
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /**
     * A write and the key under which it stays one write, however often it is sent.
     *
     * @param ifMatch the version that the caller saw, when the write changes something
     */
    public record Write(String path, String body, String key, @Nullable String ifMatch) {

        /** Makes something new, under a new key. */
        public Write(String path, String body) {
            this(path, body, UUID.randomUUID().toString(), null);
        }

        /** The same, as a change to what is in this version. */
        public Write onVersion(String etag) {
            return new Write(path, body, key, etag);
        }
    }
}
