package haicap.org.units;

import com.fasterxml.jackson.annotation.JsonInclude;
import haicap.platform.orgcopy.Tier;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit as it is shown. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@TellsOf(Matter.UNIT)
record UnitView(
        String id,
        String code,
        String name,
        String fullName,
        UnitType type,
        Tier tier,
        @Nullable String parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis,
        String certainty) {

    static UnitView of(Unit unit) {
        return new UnitView(
                unit.id(),
                unit.code(),
                unit.name(),
                unit.fullName(),
                unit.type(),
                unit.tier(),
                unit.parentId(),
                unit.validFrom(),
                unit.validTo(),
                unit.basis(),
                unit.certainty());
    }
}
