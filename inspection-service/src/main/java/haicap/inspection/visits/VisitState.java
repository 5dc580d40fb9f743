package haicap.inspection.visits;

/** Where a visit stands. */
enum VisitState {
    SCHEDULED,
    CONCLUDED
}
