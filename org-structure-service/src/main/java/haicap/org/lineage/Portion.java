package haicap.org.lineage;

/** What the act says of the area, or of the people, that went over. */
public enum Portion {
    WHOLE,
    PART,
    REMAINDER,
    NONE
}
