package haicap.platform.records;

/** Ways of looking at open work that every kind has. */
public enum View {
    /** The caller's post was decided on. */
    MINE,
    /** The matter of a unit in which the caller serves. */
    UNIT,
    /** Due within three days, the most pressing first. */
    DUE_SOON,
    /** Not done in time, the longest overdue first. */
    OVERDUE,
    /** Nobody was decided on. */
    UNOWNED,
    /** Somebody else must confirm what was done. */
    TO_CONFIRM;

    boolean isByUrgency() {
        return this == DUE_SOON || this == OVERDUE;
    }
}
