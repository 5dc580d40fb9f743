package haicap.platform.deadlines;

/** Where a clock stands at an instant; always derived, never stored. */
public enum ClockState {
    RUNNING,
    OVERDUE,
    MET,
    MET_LATE,
    /** Something else made it pointless in time. */
    ENDED,
    ENDED_LATE
}
