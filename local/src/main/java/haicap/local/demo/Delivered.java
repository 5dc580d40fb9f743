package haicap.local.demo;

import java.time.Duration;

/**
 * How an order ended.
 *
 * @param status the final answer, 0 when there was none in time
 * @param took from the moment when it was due, so that waiting in a queue counts
 */
record Delivered(int status, String body, String etag, Duration took, int repeats) {

    boolean accepted() {
        return status / 100 == 2;
    }

    boolean refused() {
        return status / 100 == 4;
    }
}
