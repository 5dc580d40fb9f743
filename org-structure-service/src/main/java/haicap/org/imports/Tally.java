package haicap.org.imports;

/** How many rows did what. */
record Tally(int created, int changed, int unchanged) {

    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally and(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> new Tally(created + 1, changed, unchanged);
            case CHANGED -> new Tally(created, changed + 1, unchanged);
            case UNCHANGED -> new Tally(created, changed, unchanged + 1);
        };
    }

    Tally and(Tally other) {
        return new Tally(
                created + other.created, changed + other.changed, unchanged + other.unchanged);
    }
}
