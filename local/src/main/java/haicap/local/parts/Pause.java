package haicap.local.parts;

/** The step of a wait for something that tells nobody when it happens, such as another process. */
public final class Pause {

    private static final int STEP_MILLIS = 50;

    private Pause() {}

    /** Waits one step. */
    public static void brief() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Bị ngắt", "Interrupted");
        }
    }
}
