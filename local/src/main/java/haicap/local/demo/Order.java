package haicap.local.demo;

import java.util.Map;

/**
 * One thing that somebody asks the system to do.
 *
 * @param client in whose name
 * @param headers besides those of every write
 */
record Order(String client, String path, String json, Map<String, String> headers) {

    static Order of(String client, String path, String json) {
        return new Order(client, path, json, Map.of());
    }

    Order matching(String etag) {
        return new Order(client, path, json, Map.of("If-Match", etag));
    }
}
