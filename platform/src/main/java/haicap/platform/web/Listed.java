package haicap.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as a controller answers it. Beside each operation that answers one stands its
 * export.
 */
public interface Listed<T> {

    List<T> items();

    /** The cursor of the next part; null at the end. */
    @Nullable String next();
}
