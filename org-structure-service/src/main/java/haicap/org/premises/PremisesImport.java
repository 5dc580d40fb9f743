package haicap.org.premises;

import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.org.units.Unit;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Premises of units. */
@Component
class PremisesImport implements ImportKind {

    private final PremisesTable premises;
    private final UnitRegister units;

    PremisesImport(PremisesTable premises, UnitRegister units) {
        this.premises = premises;
        this.units = units;
    }

    @Override
    public String name() {
        return "premises";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "unit_id", "purpose", "name", "valid_from", "basis", "certainty");
    }

    @Override
    public Intake begin(Caller by) {
        return new Places(premises.all(), units.all());
    }

    private final class Places implements Intake {

        private final Map<String, Premises> known;
        private final Map<String, Unit> units;
        private final List<Premises> saved = new ArrayList<>();

        Places(Map<String, Premises> known, Map<String, Unit> units) {
            this.known = known;
            this.units = units;
        }

        @Override
        public Outcome take(Row row) {
            var place = read(row);
            var present = known.get(place.id());
            if (place.equals(present)) {
                return Outcome.UNCHANGED;
            }
            if (present != null
                    && !(present.unitId().equals(place.unitId())
                            && present.validFrom().equals(place.validFrom()))) {
                throw row.refused("id", "premises-id-reused", "id", place.id());
            }
            known.put(place.id(), place);
            saved.add(place);
            return present == null ? Outcome.CREATED : Outcome.CHANGED;
        }

        private Premises read(Row row) {
            var unitId = row.id("unit_id");
            if (!units.containsKey(unitId)) {
                throw row.refused("unit_id", "unit-unknown", "id", unitId);
            }
            return new Premises(
                    row.id("id"),
                    unitId,
                    row.text("purpose"),
                    row.text("name"),
                    row.day("valid_from"),
                    row.text("basis"),
                    row.text("certainty"));
        }

        @Override
        public void apply() {
            premises.save(saved);
        }
    }
}
