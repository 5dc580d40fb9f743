package haicap.casework.reports;

import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.texts.Text;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit takes down when somebody reports a crime.
 *
 * @param urgent of the urgent class for another reason than severity: public concern, or a known
 *     suspect who may flee
 * @param placeUnitId the commune police in whose area it happened, where that is known
 */
public record ReceiptRequest(
        @NotNull LocalDate occurredOn,
        @NotNull Instant receivedAt,
        @NotNull Category category,
        @Nullable Severity severity,
        @NotNull Channel channel,
        @Nullable Boolean urgent,
        @Nullable @Text(max = 80) String placeUnitId,
        @NotNull @Text(max = 4_000, lines = true) String summary) {

    public boolean isUrgent() {
        return Objects.requireNonNullElse(urgent, false) || Severity.isUrgentClass(severity);
    }

    /** The day of the act may not lie behind the day of its report. */
    public List<Fault> occurredBeforeReceipt(String pointer) {
        var received = Hanoi.dayOf(receivedAt);
        return occurredOn.isAfter(received)
                ? List.of(
                        new Fault(pointer, "occurred-after-receipt", Map.of("received", received)))
                : List.of();
    }

    /** Nothing is reported before it happens, nor to a unit before it is in force. */
    void require(Moments moments, @Nullable Unit unit) {
        var faults = new ArrayList<Fault>();
        faults.addAll(moments.check("/occurredOn", occurredOn));
        faults.addAll(moments.check("/receivedAt", receivedAt));
        var day = Hanoi.dayOf(receivedAt);
        if (unit != null && !unit.inForceOn(day)) {
            faults.add(
                    new Fault(
                            "/receivedAt",
                            "unit-not-in-force",
                            Map.of("id", unit.id(), "day", day)));
        }
        faults.addAll(occurredBeforeReceipt("/occurredOn"));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}
