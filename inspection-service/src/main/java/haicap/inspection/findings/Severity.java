package haicap.inspection.findings;

/** How much a finding weighs. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
