package haicap.reporting.facts;

/** The kinds of files that facts are kept of. */
public enum FileKind {
    CRIME_REPORT,
    OBSTACLE;

    /** The class of objects by which lineage says who has custody of such files. */
    String objectClass() {
        return name();
    }
}
