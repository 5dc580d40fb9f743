package haicap.local.demo;

import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody asks the system to do.
 *
 * @param client in whose name
 * @param about the file on which it decides; null when it makes a new one
 */
record Order(String client, String path, String json, @Nullable Sheet about) {

    static Order making(String client, String path, String json) {
        return new Order(client, path, json, null);
    }

    static Order deciding(String client, Sheet about, String act, String json) {
        return new Order(client, about.path() + "/" + act, json, about);
    }
}
