package haicap.reporting.facts;

import haicap.reporting.files.Fact;

/** Where a source stores a file, and of which kind it is: what custody follows from. */
public record Origin(String unitId, String kind) {

    static Origin of(Fact fact) {
        return new Origin(fact.unitId(), fact.kind());
    }
}
