package haicap.reporting.files;

import haicap.platform.orgcopy.Function;
import haicap.platform.time.Hanoi;
import haicap.reporting.figures.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visit of an inspection team.
 *
 * @param campaignFrom first day of its campaign
 * @param campaignTo last day of its campaign
 * @param leaderPostId who leads the team
 * @param scheduledOn the day of the visit
 * @param concludedAt null before
 */
public record Visit(
        LocalDate campaignFrom,
        LocalDate campaignTo,
        @Nullable String leaderPostId,
        @Nullable LocalDate scheduledOn,
        @Nullable Instant concludedAt)
        implements Counted {

    public Visit {
        Objects.requireNonNull(campaignFrom, "a campaign without beginning");
        Objects.requireNonNull(campaignTo, "a campaign without end");
    }

    /** Counts for the visited unit as it was then, while the campaign runs. */
    @Override
    public List<Span> spans(String unitId) {
        return concludedAt == null
                ? List.of()
                : List.of(
                        new Span(
                                Figure.of("visitsConcluded"),
                                unitId,
                                Hanoi.startOf(campaignFrom),
                                Hanoi.startOf(campaignTo.plusDays(1))));
    }

    /** The leader is to conclude it by the end of its day; the staff office follows that. */
    @Override
    public @Nullable NextStep nextStep() {
        if (concludedAt != null) {
            return null;
        }
        var dueAt = scheduledOn == null ? null : Hanoi.startOf(scheduledOn.plusDays(1));
        return new NextStep(Function.STAFF, leaderPostId, dueAt, false);
    }
}
