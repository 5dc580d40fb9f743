package haicap.platform.imports;

/** How many rows were new, changed what stands, or stood there already. */
public record Tally(int created, int changed, int unchanged) {

    public static final Tally NOTHING = new Tally(0, 0, 0);

    /** These and one row more. */
    public Tally and(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> new Tally(created + 1, changed, unchanged);
            case CHANGED -> new Tally(created, changed + 1, unchanged);
            case UNCHANGED -> new Tally(created, changed, unchanged + 1);
        };
    }

    /** These and those. */
    public Tally and(Tally other) {
        return new Tally(
                created + other.created, changed + other.changed, unchanged + other.unchanged);
    }
}
