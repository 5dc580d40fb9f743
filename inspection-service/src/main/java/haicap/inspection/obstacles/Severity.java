package haicap.inspection.obstacles;

/** How much an obstacle hinders. */
enum Severity {
    LOW,
    MEDIUM,
    HIGH
}
