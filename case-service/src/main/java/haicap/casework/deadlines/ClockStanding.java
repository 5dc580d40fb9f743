package haicap.casework.deadlines;

/** Where a clock stands at an instant; always derived, never stored. */
public enum ClockStanding {
    RUNNING,
    OVERDUE,
    MET,
    MET_LATE,
    /**
     * Something else made it pointless before it was due: a hand-over, an extension, a decision.
     */
    ENDED,
    /** The same, but it was overdue by then. */
    ENDED_LATE
}
