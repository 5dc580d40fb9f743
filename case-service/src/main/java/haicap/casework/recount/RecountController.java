package haicap.casework.recount;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.Topic;
import haicap.platform.recount.Recount;
import haicap.platform.recount.Recounts;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * First the sums and digests of all units; then, for a unit that differs, its files. Both are cuts
 * of their own, each with the offsets that belong to it.
 */
@RestController
@RequestMapping("/internal/recount")
class RecountController {

    private static final String OBJECT_CLASS = "CRIME_REPORT";

    private final Recounts recounts;
    private final ReportCounts counts;
    private final Organisation organisation;
    private final Topic topic;

    RecountController(
            Recounts recounts, ReportCounts counts, Organisation organisation, Topic topic) {
        this.recounts = recounts;
        this.counts = counts;
        this.organisation = organisation;
        this.topic = topic;
    }

    @GetMapping
    Recount<UnitSums> units(@RequestParam Instant at, Caller caller) {
        caller.requireScope("internal.recount");
        return recounts.as(at, topic, () -> byCustodian(counts.sums(at), at));
    }

    @GetMapping(params = "unitId")
    Recount<CountedReport> files(
            @RequestParam Instant at, @RequestParam String unitId, Caller caller) {
        caller.requireScope("internal.recount");
        var stored = organisation.inCustodyOf(unitId, OBJECT_CLASS, Hanoi.dayOf(at));
        return recounts.as(at, topic, () -> counts.files(stored, unitId));
    }

    private List<UnitSums> byCustodian(List<UnitSums> stored, Instant at) {
        var day = Hanoi.dayOf(at);
        var summed =
                stored.stream()
                        .map(sums -> sums.in(organisation.heir(sums.unitId(), OBJECT_CLASS, day)))
                        .collect(Collectors.toMap(UnitSums::unitId, sums -> sums, UnitSums::plus));
        return sorted(summed.values());
    }

    private static List<UnitSums> sorted(Collection<UnitSums> sums) {
        return sums.stream().sorted(Comparator.comparing(UnitSums::unitId)).toList();
    }
}
