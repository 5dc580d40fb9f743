package haicap.acceptance.client;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a request was answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The status code. */
    public int status() {
        return response.statusCode();
    }

    /** Whether the request was carried out. */
    public boolean accepted() {
        return status() / 100 == 2;
    }

    /** The body as text. */
    public String body() {
        return response.body();
    }

    /** The body, which must be JSON. */
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** A field of the body as text. */
    public String text(String field) {
        return json().path(field).asString();
    }

    /** A header. */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The strong entity tag, with its quotes. */
    public String etag() {
        return header("ETag").orElseThrow(() -> new IllegalStateException("no ETag: " + this));
    }

    /** This answer, if the request was carried out; otherwise what it was is thrown. */
    public Answer orFail() {
        if (!accepted()) {
            throw new IllegalStateException("not accepted: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return "%s %s: %d %s"
                .formatted(response.request().method(), response.uri().getPath(), status(), body());
    }
}
