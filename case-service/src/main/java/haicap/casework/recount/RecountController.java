package haicap.casework.recount;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.Topic;
import haicap.platform.problems.Refusal;
import haicap.platform.recount.Part;
import haicap.platform.recount.Recount;
import haicap.platform.recount.Recounts;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * First the sums and digests of all units; then, for a unit that differs, its files, part by part.
 * Each is a cut of its own, with the offsets that belong to it.
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
    Recount<UnitSums> units(
            @RequestParam Instant at,
            @RequestParam(defaultValue = OBJECT_CLASS) String kind,
            Caller caller) {
        caller.requireScope("internal.recount");
        requireCounted(kind);
        return recounts.as(at, topic, () -> sums(at));
    }

    @GetMapping(params = "unitId")
    Recount<CountedReport> files(
            @RequestParam Instant at,
            @RequestParam String unitId,
            @RequestParam(defaultValue = OBJECT_CLASS) String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String upTo,
            Caller caller) {
        caller.requireScope("internal.recount");
        requireCounted(kind);
        var part = Part.of(after, upTo);
        var stored = organisation.inCustodyOf(unitId, OBJECT_CLASS, Hanoi.dayOf(at));
        return recounts.as(at, topic, () -> counts.files(stored, unitId, part));
    }

    /** Custody follows lineage; what a unit did stays its own. */
    private List<UnitSums> sums(Instant at) {
        var day = Hanoi.dayOf(at);
        var custody =
                counts.custody(at).stream()
                        .map(sums -> sums.in(organisation.heir(sums.unitId(), OBJECT_CLASS, day)));
        var byUnit =
                Stream.concat(custody, counts.deeds(at).stream())
                        .collect(
                                Collectors.toMap(
                                        UnitSums::unitId,
                                        sums -> sums,
                                        UnitSums::plus,
                                        TreeMap::new));
        return List.copyOf(byUnit.values());
    }

    private static void requireCounted(String kind) {
        if (!kind.equals(OBJECT_CLASS)) {
            throw Refusal.malformed("kind", "kind-not-counted", Map.of("known", OBJECT_CLASS));
        }
    }
}
