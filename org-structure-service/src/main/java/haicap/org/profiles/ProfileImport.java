package haicap.org.profiles;

import haicap.org.imports.ImportKind;
import haicap.org.imports.Intake;
import haicap.org.units.Unit;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import haicap.platform.imports.Outcome;
import haicap.platform.imports.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Profiles of units; a later file replaces what an earlier one said. */
@Component
class ProfileImport implements ImportKind {

    private final ProfileTable profiles;
    private final UnitRegister units;

    ProfileImport(ProfileTable profiles, UnitRegister units) {
        this.profiles = profiles;
        this.units = units;
    }

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "unit_id",
                "area_km2",
                "population",
                "latitude",
                "longitude",
                "former_district_id",
                "former_district_share",
                "peoples_committee_seat",
                "certainty");
    }

    @Override
    public Intake begin(Caller by) {
        return new Profiles(profiles.all(), units.all());
    }

    private final class Profiles implements Intake {

        private final Map<String, Profile> known;
        private final Map<String, Unit> units;
        private final List<Profile> saved = new ArrayList<>();

        Profiles(Map<String, Profile> known, Map<String, Unit> units) {
            this.known = known;
            this.units = units;
        }

        @Override
        public Outcome take(Row row) {
            var profile = read(row);
            var present = known.put(profile.unitId(), profile);
            if (profile.equals(present)) {
                return Outcome.UNCHANGED;
            }
            saved.add(profile);
            return present == null ? Outcome.CREATED : Outcome.CHANGED;
        }

        private Profile read(Row row) {
            return new Profile(
                    unit(row, "unit_id"),
                    scaled(row, "area_km2", 4),
                    population(row),
                    scaled(row, "latitude", 6),
                    scaled(row, "longitude", 6),
                    row.optional("former_district_id") == null
                            ? null
                            : unit(row, "former_district_id"),
                    scaled(row, "former_district_share", 4),
                    row.optional("peoples_committee_seat"),
                    row.text("certainty"));
        }

        private String unit(Row row, String column) {
            var id = row.id(column);
            if (!units.containsKey(id)) {
                throw row.refused(column, "unit-unknown", "id", id);
            }
            return id;
        }

        private static @Nullable Integer population(Row row) {
            var number = row.optionalNumber("population");
            try {
                return number == null ? null : number.intValueExact();
            } catch (ArithmeticException e) {
                throw row.refused("population", "number-unreadable", "value", number);
            }
        }

        /** In the scale of the table's column, so that what comes back compares as equal. */
        private static @Nullable BigDecimal scaled(Row row, String column, int scale) {
            var number = row.optionalNumber(column);
            try {
                return number == null ? null : number.setScale(scale);
            } catch (ArithmeticException e) {
                throw row.refused(column, "number-unreadable", "value", number);
            }
        }

        @Override
        public void apply() {
            profiles.save(saved);
        }
    }
}
