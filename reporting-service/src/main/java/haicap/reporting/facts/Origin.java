package haicap.reporting.facts;

/** Where a source stores a file: what custody, and so the unit that counts it, follows from. */
record Origin(String unitId, FileKind kind) {}
