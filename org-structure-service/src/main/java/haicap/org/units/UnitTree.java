package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A unit with all that stands under it. */
record UnitTree(
        String id,
        String code,
        String name,
        String fullName,
        UnitType type,
        Tier tier,
        List<UnitTree> children) {

    private static final String NOWHERE = "";

    /** The trees of these units: one, where all stand under one city. */
    static List<UnitTree> of(List<UnitView> units) {
        return under(
                NOWHERE,
                units.stream()
                        .collect(
                                Collectors.groupingBy(unit ->
                                        Objects.requireNonNullElse(unit.parentId(), NOWHERE))));
    }

    private static List<UnitTree> under(String parent, Map<String, List<UnitView>> byParent) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .map(unit ->
                        new UnitTree(
                                unit.id(),
                                unit.code(),
                                unit.name(),
                                unit.fullName(),
                                unit.type(),
                                unit.tier(),
                                under(unit.id(), byParent)))
                .toList();
    }
}
