package haicap.local.demo;

import org.jspecify.annotations.Nullable;

/**
 * A file as somebody saw it last.
 *
 * @param etag its version then; null when nobody has looked yet
 */
record Sheet(String path, @Nullable String etag) {

    /** What was just made under this path. */
    static Sheet made(String path, Delivered delivered) {
        return new Sheet(path + "/" + delivered.text("id"), delivered.etag());
    }

    static Sheet unseen(String path) {
        return new Sheet(path, null);
    }

    Sheet now(Delivered delivered) {
        return new Sheet(path, delivered.etag());
    }
}
