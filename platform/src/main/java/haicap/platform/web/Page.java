package haicap.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A part of a list in a stable order.
 *
 * @param next cursor of the next part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) implements Listed<T> {

    /**
     * The page of a query that was asked for one item more than the limit.
     *
     * @param cursor the cursor behind an item
     */
    public static <T> Page<T> of(List<T> found, Limit limit, Function<T, String> cursor) {
        if (found.size() <= limit.value()) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, limit.value());
        return new Page<>(List.copyOf(items), cursor.apply(items.getLast()));
    }

    /** The response; what is written bears a {@code Link} to the next part. */
    public ResponseEntity<Page<T>> toResponse() {
        return ResponseEntity.ok(this);
    }
}
