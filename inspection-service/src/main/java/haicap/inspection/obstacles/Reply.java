package haicap.inspection.obstacles;

import java.time.Instant;

/** What the department answered last, and who signed it. */
record Reply(String text, Instant at, String byPost, String byOfficer) {}
