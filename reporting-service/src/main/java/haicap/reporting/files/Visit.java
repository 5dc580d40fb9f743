package haicap.reporting.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
public record Visit(LocalDate campaignFrom, LocalDate campaignTo, boolean concluded)
        implements Matter {

    public Visit {
        Objects.requireNonNull(campaignFrom, "a campaign without beginning");
        Objects.requireNonNull(campaignTo, "a campaign without end");
    }

    @JsonCreator
    static Visit told(
            @JsonProperty("campaignFrom") LocalDate campaignFrom,
            @JsonProperty("campaignTo") LocalDate campaignTo,
            @JsonProperty("concludedAt") @Nullable Instant concludedAt) {
        return new Visit(campaignFrom, campaignTo, concludedAt != null);
    }

    @Override
    public FileKind kind() {
        return FileKind.VISIT;
    }

    /** Counts for the visited unit as it was then, while the campaign runs. */
    @Override
    public List<Span> spans(String unitId) {
        return concluded
                ? List.of(
                        new Span(
                                Figure.VISITS_CONCLUDED,
                                unitId,
                                Hanoi.startOf(campaignFrom),
                                Hanoi.startOf(campaignTo.plusDays(1))))
                : List.of();
    }
}
