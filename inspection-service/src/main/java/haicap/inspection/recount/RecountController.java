package haicap.inspection.recount;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.Topic;
import haicap.platform.recount.Part;
import haicap.platform.recount.Recount;
import haicap.platform.recount.Recounts;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * First the sums and digests of all units; then, for a unit that differs, its files, part by part;
 * one kind at a time. Each is a cut of its own, with the offsets that belong to it.
 */
@RestController
@RequestMapping("/internal/recount")
class RecountController {

    private static final String SCOPE = "internal.recount";

    private final Recounts recounts;
    private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);
    private final Organisation organisation;
    private final Topic topic;

    RecountController(
            Recounts recounts, List<Counts> counts, Organisation organisation, Topic topic) {
        this.recounts = recounts;
        counts.forEach(each -> this.counts.put(each.kind(), each));
        this.organisation = organisation;
        this.topic = topic;
    }

    @GetMapping
    Recount<UnitSums> units(
            @RequestParam Instant at,
            @RequestParam(defaultValue = "OBSTACLE") Kind kind,
            Caller caller) {
        caller.requireScope(SCOPE);
        return recounts.as(at, topic, () -> byUnit(of(kind).sums(at), kind, at));
    }

    @GetMapping(params = "unitId")
    Recount<Record> files(
            @RequestParam Instant at,
            @RequestParam(defaultValue = "OBSTACLE") Kind kind,
            @RequestParam String unitId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String upTo,
            Caller caller) {
        caller.requireScope(SCOPE);
        var part = Part.of(after, upTo);
        var stored = organisation.inCustodyOf(unitId, kind.name(), Hanoi.dayOf(at));
        return recounts.as(at, topic, () -> List.copyOf(of(kind).files(stored, unitId, part)));
    }

    private Counts of(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    private List<UnitSums> byUnit(List<UnitSums> stored, Kind kind, Instant at) {
        var day = Hanoi.dayOf(at);
        return stored.stream()
                .flatMap(sums ->
                        kind.attributed(sums, organisation.heir(sums.unitId(), kind.name(), day)))
                .collect(Collectors.toMap(UnitSums::unitId, sums -> sums, UnitSums::plus))
                .values()
                .stream()
                .sorted(Comparator.comparing(UnitSums::unitId))
                .toList();
    }
}
