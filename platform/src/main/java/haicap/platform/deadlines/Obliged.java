package haicap.platform.deadlines;

/** Who must act before a clock runs out. */
public enum Obliged {
    COMMUNE,
    INVESTIGATION_BODY
}
