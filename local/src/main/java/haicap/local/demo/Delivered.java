package haicap.local.demo;

import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an order ended.
 *
 * @param status the final answer, 0 when there was none in time
 * @param took from the moment when it was due, so that waiting in a queue counts
 */
record Delivered(int status, String body, String etag, Duration took, int repeats) {

    private static final JsonMapper JSON = JsonMapper.shared();

    boolean accepted() {
        return status / 100 == 2;
    }

    boolean refused() {
        return status / 100 == 4;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    String text(String field) {
        return json().path(field).asString("");
    }
}
