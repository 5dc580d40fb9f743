package haicap.org.lineage;

import haicap.org.units.Unit;
import haicap.org.units.UnitRegister;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a unit comes from and where it went. */
@RestController
class LineageController {

    private final UnitRegister units;
    private final SuccessionTable successions;

    LineageController(UnitRegister units, SuccessionTable successions) {
        this.units = units;
        this.successions = successions;
    }

    @GetMapping("/api/v1/units/{id}/lineage")
    LineageView lineage(@PathVariable String id) {
        var unit = units.find(id).orElseThrow(() -> Refusal.notFound("unit", id));
        var lineage = Lineage.of(id, successions.precedingOf(id), successions.following(id));
        var known = units.all();
        return new LineageView(
                UnitBrief.of(unit),
                lineage.predecessors().stream()
                        .map(step -> EdgeView.of(step, step.edge().fromUnitId(), known))
                        .toList(),
                lineage.successors().stream()
                        .map(step -> EdgeView.of(step, step.edge().toUnitId(), known))
                        .toList());
    }

    @TellsOf(Matter.UNIT)
    record LineageView(UnitBrief unit, List<EdgeView> predecessors, List<EdgeView> successors) {}

    record UnitBrief(
            String id,
            String code,
            String name,
            String fullName,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static UnitBrief of(Unit unit) {
            return new UnitBrief(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.fullName(),
                    unit.validFrom(),
                    unit.validTo());
        }
    }

    /**
     * @param unit the unit at the far end
     */
    record EdgeView(
            int generation,
            UnitBrief unit,
            String fromUnitId,
            String toUnitId,
            String objectClass,
            Share share,
            @Nullable BigDecimal weight,
            @Nullable Portion areaShare,
            @Nullable Portion populationShare,
            @Nullable BigDecimal populationWeight,
            @Nullable BigDecimal partAreaKm2,
            @Nullable BigDecimal partPopulation,
            boolean isDefault,
            @Nullable String defaultBasis,
            @Nullable String defaultCertainty,
            LocalDate effectiveOn,
            String actId,
            String basis,
            String certainty) {

        static EdgeView of(Lineage.Step step, String farUnitId, Map<String, Unit> known) {
            var edge = step.edge();
            return new EdgeView(
                    step.generation(),
                    UnitBrief.of(Objects.requireNonNull(known.get(farUnitId), farUnitId)),
                    edge.fromUnitId(),
                    edge.toUnitId(),
                    edge.objectClass(),
                    edge.share(),
                    edge.weight(),
                    edge.areaShare(),
                    edge.populationShare(),
                    edge.populationWeight(),
                    edge.partAreaKm2(),
                    edge.partPopulation(),
                    edge.isDefault(),
                    edge.defaultBasis(),
                    edge.defaultCertainty(),
                    edge.effectiveOn(),
                    edge.actId(),
                    edge.basis(),
                    edge.certainty());
        }
    }
}
