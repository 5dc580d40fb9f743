package haicap.reporting.feed;

import java.time.Instant;

/**
 * Something that happened, to be told once.
 *
 * @param type such as {@code crime-report-received}
 * @param subject id of the file
 * @param unitId the unit whose matter it is
 */
public record Activity(String type, String subject, String unitId, Instant at) {}
