package haicap.platform.records;

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

    /** All free text that it has, and nothing else. */
    Record texts();
}
