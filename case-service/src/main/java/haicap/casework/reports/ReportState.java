package haicap.casework.reports;

import haicap.platform.problems.Refusal;
import java.util.Map;

/** Where a report stands, and what may be done to it there. */
enum ReportState {
    RECEIVED,
    CLASSIFIED,
    ASSIGNED,
    /** Lies with the agency, which has not assigned it yet. */
    HANDED_OVER,
    INSTITUTED,
    NOT_INSTITUTED;

    /** A classification can be corrected while the report is open; it takes nobody off the file. */
    ReportState classified(String id) {
        return switch (this) {
            case RECEIVED, CLASSIFIED -> CLASSIFIED;
            case ASSIGNED -> ASSIGNED;
            case HANDED_OVER -> HANDED_OVER;
            case INSTITUTED, NOT_INSTITUTED -> throw decided(id);
        };
    }

    /** Assignment, and assignment anew, needs a classification or a hand-over first. */
    ReportState assigned(String id) {
        return switch (this) {
            case RECEIVED ->
                    throw Refusal.conflict(
                            "report-not-classified", Map.of("id", id, "state", this));
            case CLASSIFIED, ASSIGNED, HANDED_OVER -> ASSIGNED;
            case INSTITUTED, NOT_INSTITUTED -> throw decided(id);
        };
    }

    /** Nothing has to be done before a report is handed over: the urgent ones cannot wait. */
    ReportState handedOver(String id) {
        requireOpen(id);
        return HANDED_OVER;
    }

    ReportState concluded(String id, ReportOutcome outcome) {
        requireOpen(id);
        return switch (outcome) {
            case INSTITUTED -> INSTITUTED;
            case NOT_INSTITUTED -> NOT_INSTITUTED;
        };
    }

    /** Refuses what is done only to reports without a final decision. */
    void requireOpen(String id) {
        if (!isOpen()) {
            throw decided(id);
        }
    }

    /** No final decision yet. */
    boolean isOpen() {
        return switch (this) {
            case RECEIVED, CLASSIFIED, ASSIGNED, HANDED_OVER -> true;
            case INSTITUTED, NOT_INSTITUTED -> false;
        };
    }

    private Refusal decided(String id) {
        return Refusal.conflict("report-decided", Map.of("id", id, "state", this));
    }
}
