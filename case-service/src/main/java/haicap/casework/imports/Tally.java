package haicap.casework.imports;

/** How many rows were new, and how many stood there already. */
public record Tally(int created, int unchanged) {

    public static final Tally NOTHING = new Tally(0, 0);

    /** These and those. */
    public Tally and(Tally other) {
        return new Tally(created + other.created, unchanged + other.unchanged);
    }
}
