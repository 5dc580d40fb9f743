package haicap.casework.reports;

import java.time.Instant;

/**
 * The final decision on a report.
 *
 * @param byUnitId the unit of the post that decided
 */
record Conclusion(Outcome outcome, Instant at, String byUnitId) {}
