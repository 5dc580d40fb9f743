package haicap.casework.reports;

import java.time.Instant;

/**
 * The final decision on a report.
 *
 * @param byUnitId the unit of the post that decided
 */
public record Conclusion(ReportOutcome outcome, Instant at, String byUnitId) {}
