package haicap.platform.deadlines;

/**
 * How sure a fact of the law or of the calendar is; a clock that rests on an unsure one says so.
 */
public enum Certainty {
    /** The published text was read. */
    PUBLISHED,
    /**
     * Follows from the Labour Code, but the year's official list is not out: other days may be off
     * too.
     */
    STATUTORY,
    /** Reported, to be confirmed by the legal staff. */
    TO_CONFIRM,
    /** The calendar knows nothing of that year. */
    BEYOND_TABLE
}
