package haicap.specimen.repairs;

/** Where a repair stands. */
enum RepairState {
    /** Waits for somebody to be named. */
    ASKED,
    /** Waits for the post that was named. */
    ORDERED,
    DONE
}
