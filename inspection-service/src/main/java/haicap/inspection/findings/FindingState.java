package haicap.inspection.findings;

/** Where a finding stands. */
enum FindingState {
    /** Waits for its owner. */
    OPEN,
    /** Waits for somebody else to verify the remedy. */
    REMEDIED,
    CLOSED;

    boolean isOpen() {
        return this != CLOSED;
    }
}
