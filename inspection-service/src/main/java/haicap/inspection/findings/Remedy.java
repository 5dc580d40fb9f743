package haicap.inspection.findings;

import java.time.Instant;

/** What the owner's unit says it did, last, and who signed it. */
record Remedy(String text, Instant at, String byPost, String byOfficer) {}
