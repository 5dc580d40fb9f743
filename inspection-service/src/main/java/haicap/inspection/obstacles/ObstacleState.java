package haicap.inspection.obstacles;

/** Where an obstacle stands. */
enum ObstacleState {
    /** Waits for the staff office to name a department. */
    RAISED,
    /** Waits for the department's answer. */
    TRIAGED,
    /** Waits for the raising unit to confirm. */
    ANSWERED,
    /** The raising unit says that it is removed. */
    CONFIRMED;

    /** Whether the unit that raised it still waits. */
    boolean isOpen() {
        return this != CONFIRMED;
    }
}
