package haicap.local.demo;

import java.util.Optional;

/** What is decided on a report after its receipt: first by its unit, then by the agency. */
enum ReportStep {
    CLASSIFICATION,
    ASSIGNMENT,
    HAND_OVER,
    PROCURACY_NOTICE,
    ASSIGNMENT_AT_AGENCY,
    EXTENSION,
    INSTITUTION,
    NON_INSTITUTION,
    DECISION_DISPATCH,
    REPORTER_NOTICE;

    /** Nothing follows what is finished, or waits for another day. */
    Optional<ReportStep> next(Chance chance) {
        return switch (this) {
            case CLASSIFICATION -> onceClassified(chance);
            case ASSIGNMENT -> whether(chance.happens(Day.CHECKED), HAND_OVER);
            case HAND_OVER -> Optional.of(PROCURACY_NOTICE);
            case PROCURACY_NOTICE -> Optional.of(ASSIGNMENT_AT_AGENCY);
            case ASSIGNMENT_AT_AGENCY ->
                    Optional.of(chance.happens(Day.EXTENDED) ? EXTENSION : decision(chance));
            case EXTENSION -> Optional.of(decision(chance));
            case INSTITUTION, NON_INSTITUTION -> Optional.of(DECISION_DISPATCH);
            case DECISION_DISPATCH -> Optional.of(REPORTER_NOTICE);
            case REPORTER_NOTICE -> Optional.empty();
        };
    }

    private static Optional<ReportStep> onceClassified(Chance chance) {
        return chance.happens(Day.HANDED_OVER_AT_ONCE)
                ? Optional.of(HAND_OVER)
                : whether(chance.happens(Day.ASSIGNED), ASSIGNMENT);
    }

    private static ReportStep decision(Chance chance) {
        return chance.happens(Day.INSTITUTED) ? INSTITUTION : NON_INSTITUTION;
    }

    private static Optional<ReportStep> whether(boolean goesOn, ReportStep step) {
        return goesOn ? Optional.of(step) : Optional.empty();
    }
}
