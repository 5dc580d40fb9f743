package haicap.acceptance.load;

/** The kinds of files that are worked on. */
enum Kind {
    REPORT("/api/v1/crime-reports", "receivedAt"),
    OBSTACLE("/api/v1/obstacles", "raisedAt"),
    VISIT("/api/v1/visits", "scheduledOn"),
    FINDING("/api/v1/findings", "recordedAt");

    private final String path;
    private final String opening;

    Kind(String path, String opening) {
        this.path = path;
        this.opening = opening;
    }

    String path(String id) {
        return path + "/" + id;
    }

    /** The field that tells since when there is such a file. */
    String opening() {
        return opening;
    }
}
