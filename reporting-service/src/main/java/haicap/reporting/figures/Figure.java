package haicap.reporting.figures;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is counted. The name is the same in snapshot, stream, reconciliation and documents. */
public enum Figure {
    REPORTS_RECEIVED_TODAY("reportsReceivedToday"),
    REPORTS_OPEN("reportsOpen"),
    REPORTS_DUE_SOON("reportsDueSoon"),
    REPORTS_OVERDUE("reportsOverdue"),
    REPORTS_HANDED_OVER_THIS_MONTH("reportsHandedOverThisMonth"),
    REPORTS_INSTITUTED_THIS_MONTH("reportsInstitutedThisMonth"),
    REPORTS_REFUSED_THIS_MONTH("reportsRefusedThisMonth"),
    VISITS_CONCLUDED("visitsConcluded"),
    FINDINGS_OPEN("findingsOpen"),
    FINDINGS_OVERDUE("findingsOverdue"),
    OBSTACLES_OPEN("obstaclesOpen"),
    OBSTACLES_OVERDUE("obstaclesOverdue");

    private static final Set<Figure> LATE =
            EnumSet.of(REPORTS_OVERDUE, FINDINGS_OVERDUE, OBSTACLES_OVERDUE);

    private final String publicName;

    Figure(String publicName) {
        this.publicName = publicName;
    }

    /** The name by which everybody else knows it. */
    public String publicName() {
        return publicName;
    }

    /** Whether it counts what should have been done by now. */
    boolean isLate() {
        return LATE.contains(this);
    }

    /** The figure of that public name; empty when this version counts no such thing. */
    public static Optional<Figure> named(String publicName) {
        return Arrays.stream(values())
                .filter(figure -> figure.publicName.equals(publicName))
                .findFirst();
    }
}
