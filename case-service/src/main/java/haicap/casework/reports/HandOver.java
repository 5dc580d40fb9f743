package haicap.casework.reports;

import java.time.Instant;

/**
 * A hand-over that was made.
 *
 * @param unitId which unit handed the report over
 */
record HandOver(Instant at, String unitId, String toUnitId) {}
