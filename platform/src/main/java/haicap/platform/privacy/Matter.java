package haicap.platform.privacy;

/**
 * What records and rows tell of, and how each may be handled: the one place where labels are given.
 * Lists and single records of a matter bear its label alike.
 */
public enum Matter {
    UNIT(Label.INTERNAL),
    POST(Label.INTERNAL),
    OFFICER(Label.INTERNAL),
    CAMPAIGN(Label.INTERNAL),
    VISIT(Label.INTERNAL),
    FUNCTION_TRANSFER(Label.RESTRICTED),
    PARKED_MESSAGE(Label.INTERNAL),
    DATABASE(Label.INTERNAL),
    FIGURES(Label.INTERNAL),
    CRIME_REPORT(Label.RESTRICTED),
    OBSTACLE(Label.RESTRICTED),
    FINDING(Label.RESTRICTED),
    /** What records of all kinds have: history, custody, deadlines. */
    RECORD(Label.RESTRICTED),
    LEGAL_HOLD(Label.RESTRICTED),
    IMPORT(Label.RESTRICTED),
    AUDIT(Label.RESTRICTED);

    private final Label label;

    Matter(Label label) {
        this.label = label;
    }

    /** How it may be handled. */
    public Label label() {
        return label;
    }
}
