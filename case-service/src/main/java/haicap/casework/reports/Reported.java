package haicap.casework.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was reported, as it is classed so far.
 *
 * @param urgent once true, always true: only facts can show it, and its clock has started
 */
record Reported(
        Category category,
        @Nullable Severity severity,
        Channel channel,
        boolean urgent,
        LocalDate occurredOn,
        Instant receivedAt,
        String summary) {

    static Reported of(Intake intake) {
        return new Reported(
                intake.category(),
                intake.severity(),
                intake.channel(),
                intake.isUrgent(),
                intake.occurredOn(),
                Moments.stored(intake.receivedAt()),
                intake.summary());
    }

    Reported classifiedAs(Classification classification) {
        return new Reported(
                classification.category(),
                classification.severity(),
                channel,
                urgent || classification.isUrgent(),
                occurredOn,
                receivedAt,
                summary);
    }
}
