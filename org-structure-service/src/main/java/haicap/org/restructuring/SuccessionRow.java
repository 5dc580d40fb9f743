package haicap.org.restructuring;

import haicap.org.lineage.Portion;
import haicap.org.lineage.Share;
import haicap.org.lineage.Succession;
import haicap.platform.imports.Row;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a row of an act describes an edge of lineage. */
final class SuccessionRow {

    private static final Pattern OBJECT_CLASS = Pattern.compile("[A-Z][A-Z_]{1,39}");

    private SuccessionRow() {}

    static Succession read(Row row, String successorId, Act act) {
        var unitId = row.id("unit_id");
        if (unitId.equals(successorId)) {
            throw row.refused("successor_id", "follows-itself", "id", unitId);
        }
        boolean isDefault = row.yes("is_default");
        return new Succession(
                unitId,
                successorId,
                objectClass(row),
                row.oneOf("share", Share.class),
                fraction(row, "weight"),
                row.optionalOneOf("area_share", Portion.class),
                row.optionalOneOf("population_share", Portion.class),
                fraction(row, "population_weight"),
                row.optionalNumber("part_area_km2"),
                row.optionalNumber("part_population"),
                isDefault,
                isDefault ? row.text("default_basis") : row.optional("default_basis"),
                isDefault ? row.text("default_certainty") : row.optional("default_certainty"),
                act.effectiveOn(),
                act.id(),
                row.text("basis"),
                row.text("certainty"),
                0);
    }

    private static String objectClass(Row row) {
        var text = row.text("object_class");
        if (!OBJECT_CLASS.matcher(text).matches()) {
            throw row.refused("object_class", "value-unknown", "value", text);
        }
        return text;
    }

    private static @Nullable BigDecimal fraction(Row row, String column) {
        var number = row.optionalNumber(column);
        if (number != null && number.compareTo(BigDecimal.ONE) > 0) {
            throw row.refused(column, "more-than-whole", "value", number);
        }
        return number;
    }
}
