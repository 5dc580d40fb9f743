package haicap.casework.reports;

import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.texts.Text;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit takes down when somebody reports a crime.
 *
 * @param urgent of the urgent class for another reason than severity: public concern, or a known
 *     suspect who may flee
 */
record Intake(
        @NotNull LocalDate occurredOn,
        @NotNull Instant receivedAt,
        @NotNull Category category,
        @Nullable Severity severity,
        @NotNull Channel channel,
        @Nullable Boolean urgent,
        @NotNull @Text(max = 4_000, lines = true) String summary) {

    boolean isUrgent() {
        return Objects.requireNonNullElse(urgent, false) || Severity.isUrgentClass(severity);
    }

    void require(Moments moments) {
        var faults = new ArrayList<Fault>();
        faults.addAll(moments.check("/occurredOn", occurredOn));
        faults.addAll(moments.check("/receivedAt", receivedAt));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
