package haicap.org.transfers;

/** How far a transfer has come. */
enum TransferState {
    /** Prepared; nobody performs anything by it. */
    PLANNED,
    /** Decided: from its day the new holder performs the function. */
    SIGNED,
    /** Handed over by minute, which the receiving unit has verified. */
    TRANSFERRED,
    /** First results are reported and the command regards it as settled. */
    STABILISED
}
