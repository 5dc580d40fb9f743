package haicap.inspection.campaigns;

import haicap.inspection.visits.Plan;
import haicap.platform.records.DecisionRequest;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who visits whom: the teams, numbered from 1 as they stand here, each with its units in the order
 * of the journey.
 *
 * @param dates days that are fixed, by unit; all other visits are spread evenly over the working
 *     days of the campaign
 */
record ScheduleRequest(
        @NotNull @Text(max = 100) String decisionNumber,
        @NotNull @NotLongAgo Instant decidedAt,
        @NotNull @Size(max = 100) List<@NotNull @Valid Team> teams,
        @Nullable Map<@NotNull @Text(max = 80) String, @NotNull LocalDate> dates,
        @Nullable @Text(max = 4_000, lines = true) String ground,
        @Nullable @Text(max = 4_000, lines = true) String note)
        implements DecisionRequest {

    /** One team, led by a deputy director. */
    record Team(
            @NotNull @Text(max = 100) String leaderPostId,
            @NotNull @Size(max = 5_000) List<@NotNull @Text(max = 80) String> unitIds) {}

    Map<String, LocalDate> fixed() {
        return dates == null ? Map.of() : dates;
    }

    /** How many visits it has. */
    int visits() {
        return teams.stream().mapToInt(team -> team.unitIds().size()).sum();
    }

    /** The visits of a schedule that keeps the rules. */
    List<Plan> plans(Campaign campaign, Supplier<String> ids) {
        var workDays = WorkDays.of(campaign.startsOn(), campaign.endsOn());
        var plans = new ArrayList<Plan>();
        for (int number = 1; number <= teams.size(); number++) {
            var team = teams.get(number - 1);
            for (int i = 0; i < team.unitIds().size(); i++) {
                var unit = team.unitIds().get(i);
                var spread = workDays.of(i, team.unitIds().size());
                plans.add(
                        new Plan(
                                ids.get(),
                                campaign.head().id(),
                                campaign.startsOn(),
                                campaign.endsOn(),
                                campaign.topics(),
                                unit,
                                number,
                                team.leaderPostId(),
                                fixed().getOrDefault(unit, spread)));
            }
        }
        return plans;
    }
}
