package haicap.org.restructuring;

import haicap.org.imports.Intake;
import haicap.org.lineage.Succession;
import haicap.org.units.Unit;
import haicap.org.units.UnitRow;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import haicap.platform.imports.RowRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one act on their way in. The act itself comes first; a unit is established before
 * anything follows into it, and dissolved before anybody follows it.
 */
final class ActIntake implements Intake {

    private final Map<String, Unit> units;
    private final Map<String, Succession> edges;
    private final Function<String, Optional<Act>> acts;
    private final BiConsumer<Act, ChangesOfAct> apply;
    private final ChangesOfAct changes = new ChangesOfAct();
    private final Map<String, Row> dissolving = new HashMap<>();
    private @Nullable Act act;

    ActIntake(
            Map<String, Unit> units,
            Map<String, Succession> edges,
            Function<String, Optional<Act>> acts,
            BiConsumer<Act, ChangesOfAct> apply) {
        this.units = units;
        this.edges = edges;
        this.acts = acts;
        this.apply = apply;
    }

    @Override
    public Outcome take(Row row) {
        var change = row.oneOf("change", Change.class);
        if ((change == Change.ACT) != (act == null)) {
            throw row.refused("change", "act-not-first");
        }
        return switch (change) {
            case ACT -> act(row);
            case ESTABLISHES -> establishes(row);
            case MOVES -> moves(row);
            case DISSOLVES -> dissolves(row);
            case SUCCEEDS -> succeeds(row);
        };
    }

    private Act act() {
        return Objects.requireNonNull(act, "no act yet");
    }

    private Outcome act(Row row) {
        var read =
                new Act(
                        row.id("unit_id"),
                        row.text("name"),
                        row.optional("code"),
                        row.day("effective_on"),
                        row.text("basis"),
                        row.text("certainty"));
        act = read;
        var present = acts.apply(read.id());
        if (present.isEmpty()) {
            return Outcome.CREATED;
        }
        if (!present.get().effectiveOn().equals(read.effectiveOn())) {
            throw row.refused("effective_on", "act-id-reused", "id", read.id());
        }
        return present.get().equals(read) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private Outcome establishes(Row row) {
        var unit = UnitRow.read(row, row.id("unit_id"), act().effectiveOn(), units);
        var present = units.get(unit.id());
        if (present == null) {
            units.put(unit.id(), unit);
            changes.established.add(unit);
            return Outcome.CREATED;
        }
        if (!present.isSameAs(unit)) {
            throw row.refused("unit_id", "unit-id-reused", "id", unit.id());
        }
        if (present.isDescribedLike(unit)) {
            return Outcome.UNCHANGED;
        }
        changes.described.add(present.describedLike(unit));
        return Outcome.CHANGED;
    }

    private Outcome moves(Row row) {
        var unit = inForce(row, "unit_id");
        var parent = inForce(row, "parent_id");
        if (parent.id().equals(unit.parentId())) {
            return Outcome.UNCHANGED;
        }
        var moved = unit.movedUnder(parent.id());
        units.put(unit.id(), moved);
        changes.moved.add(moved);
        return Outcome.CHANGED;
    }

    private Outcome dissolves(Row row) {
        var day = act().effectiveOn();
        var unit = known(row, "unit_id");
        dissolving.put(unit.id(), row);
        if (day.equals(unit.validTo())) {
            return Outcome.UNCHANGED;
        }
        if (unit.validTo() != null || !unit.validFrom().isBefore(day)) {
            throw notInForce(row, "unit_id", unit);
        }
        var dissolved = unit.dissolvedOn(day);
        units.put(unit.id(), dissolved);
        changes.dissolved.put(unit.id(), dissolved);
        return Outcome.CHANGED;
    }

    private Outcome succeeds(Row row) {
        if (!dissolving.containsKey(row.id("unit_id"))) {
            throw row.refused("unit_id", "unit-not-dissolved-here", "id", row.id("unit_id"));
        }
        var edge = SuccessionRow.read(row, inForce(row, "successor_id").id(), act());
        var present = edges.get(edge.id());
        var next = present == null ? edge : edge.inVersion(present.version());
        edges.put(next.id(), next);
        if (present == null) {
            changes.recorded.add(next);
            return Outcome.CREATED;
        }
        if (present.equals(next)) {
            return Outcome.UNCHANGED;
        }
        changes.corrected.add(next);
        return Outcome.CHANGED;
    }

    private Unit known(Row row, String column) {
        var unit = units.get(row.id(column));
        if (unit == null) {
            throw row.refused(column, "unit-unknown", "id", row.id(column));
        }
        return unit;
    }

    private Unit inForce(Row row, String column) {
        var unit = known(row, column);
        if (!unit.inForceOn(act().effectiveOn())) {
            throw notInForce(row, column, unit);
        }
        return unit;
    }

    private RowRefused notInForce(Row row, String column, Unit unit) {
        return row.refused(
                column, "unit-not-in-force", Map.of("id", unit.id(), "day", act().effectiveOn()));
    }

    /** Nothing of a unit that ends may be left without an heir, and no unit without a parent. */
    @Override
    public List<RowRefused> conclude() {
        var refusals = new ArrayList<RowRefused>();
        var defaults = new HashMap<String, Integer>();
        for (var edge : edges.values()) {
            if (edge.isDefault()) {
                defaults.merge(edge.fromUnitId() + ":" + edge.objectClass(), 1, Integer::sum);
            }
        }
        dissolving.forEach((id, row) -> {
            if (!defaults.containsKey(id + ":" + Succession.ANY)) {
                refusals.add(row.refused("unit_id", "no-heir", "id", id));
            }
            defaults.forEach((key, number) -> {
                if (number > 1 && key.startsWith(id + ":")) {
                    refusals.add(row.refused("unit_id", "two-defaults", "id", key));
                }
            });
        });
        for (var unit : units.values()) {
            var parent = Objects.requireNonNullElse(unit.parentId(), "");
            var row = dissolving.get(parent);
            if (row != null && unit.inForceOn(act().effectiveOn())) {
                refusals.add(row.refused("unit_id", "children-left", "id", unit.id()));
            }
        }
        return refusals;
    }

    @Override
    public void apply() {
        apply.accept(act(), changes);
    }
}
