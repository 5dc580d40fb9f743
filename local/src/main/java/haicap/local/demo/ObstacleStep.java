package haicap.local.demo;

import java.util.Optional;

/** What is done about an obstacle until the unit says that it is removed. */
enum ObstacleStep {
    TRIAGE,
    ANSWER,
    CONFIRMATION,
    RETURN;

    Optional<ObstacleStep> next(Chance chance) {
        return switch (this) {
            case TRIAGE, RETURN -> Optional.of(ANSWER);
            case ANSWER ->
                    Optional.of(chance.happens(Day.ANSWERS_RETURNED) ? RETURN : CONFIRMATION);
            case CONFIRMATION -> Optional.empty();
        };
    }
}
