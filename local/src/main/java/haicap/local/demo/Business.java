package haicap.local.demo;

/** The kinds of work, each with a desk of its own. */
enum Business {
    REPORTS,
    OBSTACLES,
    VISITS,
    FINDINGS
}
