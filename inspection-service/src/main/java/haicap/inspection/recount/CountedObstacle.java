package haicap.inspection.recount;

import java.time.Instant;

/**
 * What figures depend on of one obstacle.
 *
 * @param unitId whose matter it is at the instant
 * @param version as one number that orders as versions do
 */
record CountedObstacle(String id, String unitId, long version, Instant raisedAt, boolean open) {}
