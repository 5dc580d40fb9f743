package haicap.org.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The edges before and after one unit, nearest first. */
record Lineage(List<Step> predecessors, List<Step> successors) {

    private static final Comparator<Step> NEAREST_FIRST =
            Comparator.comparingInt(Step::generation)
                    .thenComparing(step -> !step.edge().isDefault())
                    .thenComparing(step -> step.edge().id());

    /**
     * @param generation 1 for an edge at the unit itself, 2 for one at its neighbour, and so on
     */
    record Step(int generation, Succession edge) {}

    static Lineage of(String unitId, List<Succession> preceding, List<Succession> following) {
        return new Lineage(
                walk(unitId, preceding, Succession::toUnitId, Succession::fromUnitId),
                walk(unitId, following, Succession::fromUnitId, Succession::toUnitId));
    }

    private static List<Step> walk(
            String unitId,
            List<Succession> edges,
            Function<Succession, String> near,
            Function<Succession, String> far) {
        var steps = new ArrayList<Step>();
        Set<String> seen = new LinkedHashSet<>(Set.of(unitId));
        Set<String> front = Set.of(unitId);
        for (int generation = 1; !front.isEmpty(); generation++) {
            var next = new LinkedHashSet<String>();
            for (var edge : edges) {
                if (front.contains(near.apply(edge))) {
                    steps.add(new Step(generation, edge));
                    if (seen.add(far.apply(edge))) {
                        next.add(far.apply(edge));
                    }
                }
            }
            front = next;
        }
        steps.sort(NEAREST_FIRST);
        return List.copyOf(steps);
    }
}
