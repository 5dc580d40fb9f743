package haicap.local.parts;

/** How one instance of a part is brought to life, and how one knows that it is ready. */
public interface Recipe {

    /** What this brings to life. */
    Instance instance();

    /**
     * Makes what must exist before the process starts; called before every start, so repeatable.
     */
    default void prepare() {}

    /** What to run. */
    Launch launch();

    /** Whether it answers now. Never throws, never hangs. */
    boolean answers();

    /** What must be seen to once it answers. */
    default void settle() {}

    /** The signal that asks it to end in good order. */
    default String endSignal() {
        return "TERM";
    }

    /** How often a start that fails at once is tried again. */
    default int retries() {
        return 0;
    }
}
