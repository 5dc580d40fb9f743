package haicap.reporting.figures;

import java.util.Arrays;
import java.util.Optional;

/** What is counted. The name is the same in snapshot, stream, reconciliation and documents. */
public enum Figure {
    REPORTS_RECEIVED_TODAY("reportsReceivedToday"),
    REPORTS_OPEN("reportsOpen"),
    REPORTS_DUE_SOON("reportsDueSoon"),
    REPORTS_OVERDUE("reportsOverdue"),
    OBSTACLES_OPEN("obstaclesOpen");

    private final String publicName;

    Figure(String publicName) {
        this.publicName = publicName;
    }

    /** The name by which everybody else knows it. */
    public String publicName() {
        return publicName;
    }

    /** The figure of that public name; empty when this version counts no such thing. */
    public static Optional<Figure> named(String publicName) {
        return Arrays.stream(values())
                .filter(figure -> figure.publicName.equals(publicName))
                .findFirst();
    }
}
