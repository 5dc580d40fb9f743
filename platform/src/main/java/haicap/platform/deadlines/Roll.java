package haicap.platform.deadlines;

/** What becomes of a last day that is not worked. */
public enum Roll {
    /** It stays the last day. */
    NONE,
    /** The next working day becomes the last one. */
    NEXT_WORKING_DAY
}
