package haicap.casework.reports;

import haicap.platform.problems.Refusal;
import java.util.Map;

/** Where a report stands, and what may be done to it there. */
enum ReportState {
    RECEIVED,
    CLASSIFIED,
    ASSIGNED;

    /** A classification can be corrected at any time; it takes nobody off the file. */
    ReportState classified() {
        return switch (this) {
            case RECEIVED, CLASSIFIED -> CLASSIFIED;
            case ASSIGNED -> ASSIGNED;
        };
    }

    /** Assignment, and assignment anew, needs a classification first. */
    ReportState assigned(String id) {
        return switch (this) {
            case RECEIVED ->
                    throw Refusal.conflict(
                            "report-not-classified", Map.of("id", id, "state", this));
            case CLASSIFIED, ASSIGNED -> ASSIGNED;
        };
    }

    /** No final decision yet, and not handed over away. */
    boolean isOpen() {
        return switch (this) {
            case RECEIVED, CLASSIFIED, ASSIGNED -> true;
        };
    }
}
