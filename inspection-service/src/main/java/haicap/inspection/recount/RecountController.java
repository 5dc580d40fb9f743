package haicap.inspection.recount;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.Topic;
import haicap.platform.recount.Recount;
import haicap.platform.recount.Recounts;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * First the sums and digests of all units; then, for a unit that differs, its obstacles. Both are
 * cuts of their own, each with the offsets that belong to it.
 */
@RestController
@RequestMapping("/internal/recount")
class RecountController {

    private static final String SCOPE = "internal.recount";
    private static final String OBJECT_CLASS = "OBSTACLE";

    private final Recounts recounts;
    private final ObstacleCounts counts;
    private final Organisation organisation;
    private final Topic topic;

    RecountController(
            Recounts recounts, ObstacleCounts counts, Organisation organisation, Topic topic) {
        this.recounts = recounts;
        this.counts = counts;
        this.organisation = organisation;
        this.topic = topic;
    }

    @GetMapping
    Recount<UnitSums> units(@RequestParam Instant at, Caller caller) {
        caller.requireScope(SCOPE);
        return recounts.as(at, topic, () -> byCustodian(counts.sums(), at));
    }

    @GetMapping(params = "unitId")
    Recount<CountedObstacle> files(
            @RequestParam Instant at, @RequestParam String unitId, Caller caller) {
        caller.requireScope(SCOPE);
        var stored = organisation.inCustodyOf(unitId, OBJECT_CLASS, Hanoi.dayOf(at));
        return recounts.as(at, topic, () -> counts.files(stored, unitId));
    }

    private List<UnitSums> byCustodian(List<UnitSums> stored, Instant at) {
        var day = Hanoi.dayOf(at);
        return stored.stream()
                .map(sums -> sums.in(organisation.heir(sums.unitId(), OBJECT_CLASS, day)))
                .collect(Collectors.toMap(UnitSums::unitId, sums -> sums, UnitSums::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(UnitSums::unitId))
                .toList();
    }
}
