package haicap.reporting.figures;

import haicap.platform.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is counted, as the catalogue says: what it is called and whether it counts what is late. The
 * public name is the same in catalogue, facts, snapshot, stream, reconciliation and documents.
 * There is one of each.
 */
public final class Figure {

    private static final Map<String, Figure> BY_NAME = new LinkedHashMap<>();

    static {
        Catalogue.figures()
                .values()
                .forEach(entry ->
                        BY_NAME.put(
                                entry.code(),
                                new Figure(entry.code(), BY_NAME.size(), entry.isLate())));
    }

    private static final List<Figure> ALL = List.copyOf(new ArrayList<>(BY_NAME.values()));

    private final String publicName;
    private final int place;
    private final boolean isLate;

    private Figure(String publicName, int place, boolean isLate) {
        this.publicName = publicName;
        this.place = place;
        this.isLate = isLate;
    }

    /** All of them, in the order of the catalogue. */
    public static List<Figure> all() {
        return ALL;
    }

    /** The figure of that public name, which must be in the catalogue. */
    public static Figure of(String publicName) {
        return Objects.requireNonNull(
                BY_NAME.get(publicName), () -> publicName + " is not in the catalogue");
    }

    /** The figure of that public name; empty when this version counts no such thing. */
    public static Optional<Figure> named(String publicName) {
        return Optional.ofNullable(BY_NAME.get(publicName));
    }

    /** The name by which everybody else knows it. */
    public String publicName() {
        return publicName;
    }

    /** Its place in the catalogue. */
    int place() {
        return place;
    }

    /** Whether it counts what should have been done by now. */
    boolean isLate() {
        return isLate;
    }

    @Override
    public String toString() {
        return publicName;
    }
}
