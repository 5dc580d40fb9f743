package haicap.casework.reports;

/** How a report ends. */
enum Outcome {
    /** A case is instituted. */
    INSTITUTED,
    /** It is decided not to institute one. */
    REFUSED
}
