package haicap.org.events;

import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something takes effect, and by what: a post's decision, a legal act, or neither, when the
 * records of what already was were brought in.
 */
public record Happened(Instant at, @Nullable String byPost, @Nullable String byAct) {

    /** It was so from this day; we only learned it. */
    public static Happened recorded(LocalDate day) {
        return recorded(Hanoi.startOf(day));
    }

    /** It was so from this instant; we only learned it. */
    public static Happened recorded(Instant at) {
        return new Happened(at, null, null);
    }

    /** By a legal act, at 00:00 of the day. */
    public static Happened byAct(String act, LocalDate day) {
        return new Happened(Hanoi.startOf(day), null, act);
    }

    /** Decided by whoever holds the post. */
    public static Happened byPost(String post, Instant at) {
        return new Happened(at, post, null);
    }
}
