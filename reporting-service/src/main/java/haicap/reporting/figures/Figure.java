package haicap.reporting.figures;

import haicap.platform.catalogue.Catalogue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is counted. The public name is the same in catalogue, snapshot, stream, reconciliation and
 * documents; the catalogue says what it is called and whether it counts what is late.
 */
public enum Figure {
    REPORTS_RECEIVED_TODAY,
    REPORTS_OPEN,
    REPORTS_DUE_SOON,
    REPORTS_OVERDUE,
    REPORTS_HANDED_OVER_THIS_MONTH,
    REPORTS_INSTITUTED_THIS_MONTH,
    REPORTS_REFUSED_THIS_MONTH,
    VISITS_CONCLUDED,
    FINDINGS_OPEN,
    FINDINGS_OVERDUE,
    OBSTACLES_OPEN,
    OBSTACLES_OVERDUE;

    private final String publicName =
            Pattern.compile("_([a-z])")
                    .matcher(name().toLowerCase(Locale.ROOT))
                    .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    private final boolean isLate =
            Objects.requireNonNull(Catalogue.figures().get(publicName), publicName).isLate();

    /** The name by which everybody else knows it. */
    public String publicName() {
        return publicName;
    }

    /** Whether it counts what should have been done by now. */
    boolean isLate() {
        return isLate;
    }

    /** The figure of that public name; empty when this version counts no such thing. */
    public static Optional<Figure> named(String publicName) {
        return Arrays.stream(values())
                .filter(figure -> figure.publicName.equals(publicName))
                .findFirst();
    }
}
