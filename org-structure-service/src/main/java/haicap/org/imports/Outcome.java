package haicap.org.imports;

/** What a row does to what stands. */
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED
}
