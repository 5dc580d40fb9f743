package haicap.org.units;

import haicap.org.events.Happened;
import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Units as they already are; parents stand before their children. */
@Component
class UnitImport implements ImportKind {

    private final UnitRegister register;

    UnitImport(UnitRegister register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "units";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "code",
                "name",
                "full_name",
                "type",
                "tier",
                "parent_id",
                "valid_from",
                "basis",
                "certainty");
    }

    @Override
    public Intake begin(Caller by) {
        return new Units(register.all());
    }

    private final class Units implements Intake {

        private final Map<String, Unit> known;
        private final List<Unit> established = new ArrayList<>();
        private final List<Unit> described = new ArrayList<>();

        Units(Map<String, Unit> known) {
            this.known = known;
        }

        @Override
        public Outcome take(Row row) {
            var unit = UnitRow.read(row, row.day("valid_from"), known);
            var present = known.get(unit.id());
            if (present == null) {
                known.put(unit.id(), unit);
                established.add(unit);
                return Outcome.CREATED;
            }
            if (!present.isSameAs(unit)) {
                throw row.refused("id", "unit-id-reused", "id", unit.id());
            }
            if (present.isDescribedLike(unit)) {
                return Outcome.UNCHANGED;
            }
            described.add(present.describedLike(unit));
            return Outcome.CHANGED;
        }

        @Override
        public void apply() {
            register.establish(established, unit -> Happened.recorded(unit.validFrom()));
            register.describe(described, unit -> Happened.recorded(unit.validFrom()));
        }
    }
}
