package haicap.casework.reports;

/** How a report ends. */
public enum ReportOutcome {
    /** A case is instituted. */
    INSTITUTED,
    /** It is decided not to institute one. */
    NOT_INSTITUTED
}
