package haicap.platform.records;

import java.time.Instant;

/**
 * Something that somebody answers for: an immutable Java record of its kind. Its components {@code
 * head} and {@code texts} are kept apart, all others together are its body. Once its time has ended
 * {@code texts} comes back with nothing in it, so each of them bears null.
 */
public interface WorkRecord {

    Head head();

    /** Out of the closed set of the kind. */
    Enum<?> state();

    /** Whether something is still to be done. */
    boolean isOpen();

    /** When it came to the unit that has it by decision; nothing is decided on it before. */
    default Instant cameAt() {
        return head().openedAt();
    }

    /** All free text that it has, and nothing else. */
    Record texts();
}
