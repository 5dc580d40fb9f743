package haicap.platform.deadlines;

/** Who must act before a clock runs out. */
public enum Obliged {
    COMMUNE,
    INVESTIGATION_BODY,
    /** The staff office of the city command, which routes obstacles. */
    STAFF_OFFICE,
    /** The department that was made responsible for an obstacle. */
    DEPARTMENT,
    /** The unit that raised an obstacle. */
    RAISING_UNIT,
    /** The unit that received a function. */
    RECEIVING_UNIT
}
