package haicap.reporting.facts;

import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;

/** Where a source stores a file: what custody follows from. */
record Origin(String unitId, FileKind kind) {

    static Origin of(Fact fact) {
        return new Origin(fact.unitId(), fact.kind());
    }
}
