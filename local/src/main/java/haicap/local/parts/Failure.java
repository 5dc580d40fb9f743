package haicap.local.parts;

/** Something that the person at the command line must know; told without a stack trace. */
public final class Failure extends RuntimeException {

    /** Says it in Vietnamese first, in English second. */
    public Failure(String vietnamese, String english) {
        super(vietnamese + "\n  " + english);
    }

    /** The same with what lies beneath it. */
    public Failure(String vietnamese, String english, Throwable cause) {
        super(vietnamese + "\n  " + english + " (" + cause.getMessage() + ")", cause);
    }
}
