package haicap.platform.instance;

/** This process must not serve as it is set up; told without a stack trace, with what to do. */
public final class CannotStart extends RuntimeException {

    private final String remedy;

    /** Says what is wrong, and what to do about it. */
    public CannotStart(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
