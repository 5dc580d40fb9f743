package haicap.inspection.obstacles;

import java.time.Instant;

/** When the department answered last, and who signed it. */
record Reply(Instant at, String byPost, String byOfficer) {}
