package haicap.org.restructuring;

/** What a row of an act says. */
enum Change {
    ACT,
    ESTABLISHES,
    MOVES,
    DISSOLVES,
    SUCCEEDS
}
