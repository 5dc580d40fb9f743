package haicap.inspection.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import haicap.inspection.visits.Visit.Conclusion;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Corrected;
import haicap.platform.records.HistoryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectedVisitTests {

    private static final Instant TOLD = Instant.parse("2025-10-06T09:30:00Z");
    private static final LocalDate CAMPAIGN = LocalDate.of(2025, 10, 1);

    private final Visit concluded =
            Visit.planned(
                            new Plan(
                                    "vi-1",
                                    "ca-1",
                                    CAMPAIGN,
                                    CAMPAIGN.plusDays(30),
                                    List.of(),
                                    "00004-20250701",
                                    1,
                                    "deputy-director-1",
                                    CAMPAIGN.plusDays(5)),
                            Instant.parse("2025-09-22T02:00:00Z"))
                    .concluded(new Conclusion(TOLD, "3/KL", List.of("fi-1")));

    @Test
    void wasConcludedAtTheRightMomentByTheRightNumber() {
        var right = TOLD.minusSeconds(3_600);

        var is = concluded.corrected(entry(2, "conclusion", "4/KL", right));

        assertThat(is.conclusion()).isEqualTo(new Conclusion(right, "4/KL", List.of("fi-1")));
        assertThat(is.head().counter()).isEqualTo(3);
    }

    @Test
    void wasNotConcludedBeforeItsCampaign() {
        var before = entry(2, "conclusion", "3/KL", Instant.parse("2025-09-30T16:59:59Z"));

        assertThatThrownBy(() -> concluded.corrected(before)).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsItsConclusionWhenItsScheduleIsCorrected() {
        var is = concluded.corrected(entry(1, "schedule", "9/KH", TOLD));

        assertThat(is.conclusion()).isEqualTo(concluded.conclusion());
    }

    private static Corrected entry(long counter, String action, String number, Instant at) {
        var was = new HistoryEntry(counter, action, TOLD, "3/KL", TOLD, Map.of());
        return new Corrected(
                was, List.of(new HistoryEntry(counter, action, TOLD, number, at, Map.of())));
    }
}
