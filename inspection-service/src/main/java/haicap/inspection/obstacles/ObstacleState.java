package haicap.inspection.obstacles;

/** Where an obstacle stands. */
enum ObstacleState {
    RAISED;

    /** Whether the unit that raised it still waits. */
    boolean isOpen() {
        return switch (this) {
            case RAISED -> true;
        };
    }
}
