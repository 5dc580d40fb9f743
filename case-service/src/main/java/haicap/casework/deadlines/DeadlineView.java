package haicap.casework.deadlines;

import com.fasterxml.jackson.annotation.JsonInclude;
import haicap.platform.deadlines.Certainty;
import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock as people and other systems read it.
 *
 * @param due legal due instant, exclusive: late from this very instant on
 * @param lastDay last day of a term in days, which ends at its 24:00
 * @param earliest the earlier reading of the law, by which alerts go
 * @param certainty how sure the rule itself is
 * @param endedBy the event that made it pointless, at {@code endedAt}, without it being met
 * @param duty by which name it is reported as fulfilled; null for what an action fulfils
 */
public record DeadlineView(
        String rule,
        int version,
        String title,
        String article,
        Certainty certainty,
        Obliged obliges,
        String startEvent,
        Instant start,
        Instant due,
        @Nullable LocalDate lastDay,
        Instant earliest,
        @Nullable Instant metAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String endedBy,
        ClockStanding state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String duty,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepView> steps) {

    /** A step and its reason in words. */
    public record StepView(
            Step.Kind kind, LocalDate day, String why, @Nullable Certainty certainty) {}
}
