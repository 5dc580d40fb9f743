package haicap.platform.deadlines;

/** In what a term is counted (BLTTHS Điều 134). */
public enum TermUnit {
    /** From instant to instant; nights and days off count. */
    HOUR,
    /** Calendar days; the term ends at 24:00 of the last one. */
    DAY,
    /** To the same day-number of a later month, or that month's last day. */
    MONTH,
    /** Only days that are worked count. */
    WORKING_DAY
}
