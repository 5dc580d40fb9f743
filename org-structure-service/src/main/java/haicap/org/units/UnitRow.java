package haicap.org.units;

import haicap.platform.imports.Row;
import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** How a row of a file describes a unit. */
public final class UnitRow {

    private static final Map<UnitType, Tier> TIERS =
            Map.of(
                    UnitType.CITY_POLICE, Tier.CITY,
                    UnitType.DEPARTMENT, Tier.DEPARTMENT,
                    UnitType.URBAN_DISTRICT, Tier.DISTRICT,
                    UnitType.RURAL_DISTRICT, Tier.DISTRICT,
                    UnitType.TOWN, Tier.DISTRICT,
                    UnitType.WARD, Tier.COMMUNE,
                    UnitType.COMMUNE, Tier.COMMUNE,
                    UnitType.TOWNSHIP, Tier.COMMUNE);

    private UnitRow() {}

    /** A unit that begins on this day under a parent that is known and in force then. */
    public static Unit read(Row row, LocalDate validFrom, Map<String, Unit> known) {
        return read(row, row.id("id"), validFrom, known);
    }

    /** The same, for a row that has the id in another column. */
    public static Unit read(Row row, String id, LocalDate validFrom, Map<String, Unit> known) {
        var tier = row.oneOf("tier", Tier.class);
        var type = row.oneOf("type", UnitType.class);
        if (TIERS.get(type) != tier) {
            throw row.refused("type", "type-of-another-tier", Map.of("type", type, "tier", tier));
        }
        var parentId = row.optional("parent_id");
        if (tier == Tier.CITY) {
            if (parentId != null) {
                throw row.refused("parent_id", "city-has-no-parent");
            }
        } else {
            var parent = known.get(Objects.requireNonNullElse(parentId, ""));
            if (parent == null) {
                throw row.refused("parent_id", "unit-unknown", "id", String.valueOf(parentId));
            }
            if (!parent.inForceOn(validFrom)) {
                throw row.refused("parent_id", "unit-not-in-force", inForce(parent, validFrom));
            }
        }
        return new Unit(
                id,
                row.text("code"),
                row.text("name"),
                row.text("full_name"),
                type,
                tier,
                parentId,
                validFrom,
                null,
                row.text("basis"),
                row.text("certainty"),
                0);
    }

    private static Map<String, ?> inForce(Unit unit, LocalDate day) {
        return Map.of("id", unit.id(), "day", day);
    }
}
