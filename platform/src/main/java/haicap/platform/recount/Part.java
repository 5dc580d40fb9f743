package haicap.platform.recount;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a unit's files, in the order of their ids as bytes, so that neither who counts nor who
 * compares holds all of them at once. One that is full goes on behind its last id.
 *
 * @param after the id behind which it begins; empty at the beginning
 * @param upTo the last id that it may have; null when it may go on to the end
 */
public record Part(String after, @Nullable String upTo) {

    /** How many files a part has at most. */
    public static final int MOST = 5_000;

    /** The part that was asked for. */
    public static Part of(@Nullable String after, @Nullable String upTo) {
        return new Part(Objects.requireNonNullElse(after, ""), upTo);
    }
}
