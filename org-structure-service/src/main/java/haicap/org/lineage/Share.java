package haicap.org.lineage;

/** How much of the old unit went over. */
public enum Share {
    WHOLE,
    PART
}
