package haicap.inspection.campaigns;

import haicap.inspection.visits.FormerService;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.orgcopy.Title;
import haicap.platform.orgcopy.Unit;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a schedule must keep: seven teams, each led by another deputy director; every unit in force
 * when the campaign starts in exactly one of them; no leader at a unit where he served within three
 * years; fixed days within the campaign. All faults are named at once.
 */
@Component
class ScheduleRules {

    private static final int TEAMS = 7;

    private final Organisation organisation;
    private final FormerService formerService;

    ScheduleRules(Organisation organisation, FormerService formerService) {
        this.organisation = organisation;
        this.formerService = formerService;
    }

    /** Refuses with 422 a schedule that breaks any rule. */
    void require(ScheduleRequest schedule, Campaign campaign, Instant now) {
        var faults = new ArrayList<Fault>();
        faults.addAll(leaders(schedule));
        faults.addAll(units(schedule, communes(campaign)));
        faults.addAll(formerService(schedule, now));
        faults.addAll(days(schedule, campaign));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** Whether every unit that it names is a commune, each of them once. */
    boolean sendsToCommunesOnly(ScheduleRequest schedule, Campaign campaign) {
        var communes = communes(campaign);
        return schedule.visits() <= communes.size()
                && schedule.teams().stream()
                        .flatMap(team -> team.unitIds().stream())
                        .allMatch(communes::contains);
    }

    private Set<String> communes(Campaign campaign) {
        return organisation.unitsInForce(campaign.startsOn()).stream()
                .filter(unit -> unit.tier() == Tier.COMMUNE)
                .map(Unit::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Fault> leaders(ScheduleRequest schedule) {
        var faults = new ArrayList<Fault>();
        if (schedule.teams().size() != TEAMS) {
            faults.add(
                    new Fault(
                            "/teams", "not-seven-teams", Map.of("teams", schedule.teams().size())));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < schedule.teams().size(); i++) {
            var leader = schedule.teams().get(i).leaderPostId();
            var pointer = "/teams/" + i + "/leaderPostId";
            if (!isDeputyDirector(leader)) {
                faults.add(new Fault(pointer, "not-a-deputy-director", Map.of("post", leader)));
            } else if (!seen.add(leader)) {
                faults.add(new Fault(pointer, "leader-twice", Map.of("post", leader)));
            }
        }
        return faults;
    }

    private boolean isDeputyDirector(String postId) {
        return organisation
                .post(postId)
                .filter(post -> post.title() == Title.DEPUTY_DIRECTOR && post.validTo() == null)
                .isPresent();
    }

    private static List<Fault> units(ScheduleRequest schedule, Set<String> communes) {
        var faults = new ArrayList<Fault>();
        var teamOf = new HashMap<String, Integer>();
        for (int i = 0; i < schedule.teams().size(); i++) {
            var units = schedule.teams().get(i).unitIds();
            for (int j = 0; j < units.size(); j++) {
                var unit = units.get(j);
                var pointer = "/teams/" + i + "/unitIds/" + j;
                var before = teamOf.putIfAbsent(unit, i + 1);
                if (!communes.contains(unit)) {
                    faults.add(new Fault(pointer, "not-a-commune", Map.of("unit", unit)));
                } else if (before != null) {
                    faults.add(
                            new Fault(pointer, "unit-twice", Map.of("unit", unit, "team", before)));
                }
            }
        }
        var missing = new TreeSet<>(communes);
        missing.removeAll(teamOf.keySet());
        if (!missing.isEmpty()) {
            faults.add(
                    new Fault(
                            "/teams",
                            "units-missing",
                            Map.of("count", missing.size(), "units", String.join(", ", missing))));
        }
        return faults;
    }

    private List<Fault> formerService(ScheduleRequest schedule, Instant now) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < schedule.teams().size(); i++) {
            var team = schedule.teams().get(i);
            var served = formerService.ofHolder(team.leaderPostId(), now);
            for (int j = 0; j < team.unitIds().size(); j++) {
                var unit = team.unitIds().get(j);
                if (served.contains(unit)) {
                    faults.add(
                            new Fault(
                                    "/teams/" + i + "/unitIds/" + j,
                                    "leader-served-here",
                                    Map.of("post", team.leaderPostId(), "unit", unit)));
                }
            }
        }
        return faults;
    }

    private static List<Fault> days(ScheduleRequest schedule, Campaign campaign) {
        var units =
                schedule.teams().stream()
                        .flatMap(team -> team.unitIds().stream())
                        .collect(Collectors.toSet());
        var faults = new ArrayList<Fault>();
        schedule.fixed()
                .forEach((unit, day) -> {
                    var pointer = "/dates/" + unit;
                    if (!units.contains(unit)) {
                        faults.add(new Fault(pointer, "unit-not-visited", Map.of("unit", unit)));
                    } else if (!campaign.covers(day)) {
                        faults.add(
                                new Fault(
                                        pointer,
                                        "day-out-of-range",
                                        Map.of(
                                                "from", campaign.startsOn(),
                                                "to", campaign.endsOn())));
                    }
                });
        return faults;
    }
}
