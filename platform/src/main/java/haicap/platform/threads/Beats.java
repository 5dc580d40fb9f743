package haicap.platform.threads;

/**
 * Names the threads for what beats: who hears no beat for some seconds takes what he knows for old,
 * and a decision is refused that could be made. A method that is {@code Scheduled} beats on them
 * when it names them as its scheduler; it is done in milliseconds, or beats for nobody.
 */
public final class Beats {

    /** What a beat names as its scheduler. */
    public static final String THREADS = "beats";

    private Beats() {}
}
