package haicap.local.demo;

import java.util.Optional;

/** What is done about a finding until somebody else than its owner says that it is remedied. */
enum FindingStep {
    REMEDY,
    VERIFICATION,
    RETURN;

    Optional<FindingStep> next(Chance chance) {
        return switch (this) {
            case REMEDY ->
                    Optional.of(chance.happens(Day.REMEDIES_RETURNED) ? RETURN : VERIFICATION);
            case RETURN -> Optional.of(REMEDY);
            case VERIFICATION -> Optional.empty();
        };
    }
}
