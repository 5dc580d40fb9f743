package haicap.inspection.findings;

import java.time.Instant;

/** When the owner's unit said last what it did, and who signed it. */
record Remedy(Instant at, String byPost, String byOfficer) {}
