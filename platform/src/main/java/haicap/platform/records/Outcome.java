package haicap.platform.records;

import org.jspecify.annotations.Nullable;

/**
 * A deed and what it made of the record.
 *
 * @param happened what is told once beside the new state; null for when and by which post
 */
public record Outcome<R extends WorkRecord>(Deed deed, R after, @Nullable Object happened) {

    /** The same; others hear this of it. */
    public Outcome<R> telling(Object more) {
        return new Outcome<>(deed, after, more);
    }
}
