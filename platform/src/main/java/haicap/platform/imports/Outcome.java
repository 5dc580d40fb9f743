package haicap.platform.imports;

/** What a row does to what stands. */
public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED
}
