package haicap.org.profiles;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a unit's area and people.
 *
 * @param latitude of a point inside the unit
 * @param formerDistrictId the district police to which most of the area belonged
 * @param formerDistrictShare how much of it
 * @param peoplesCommitteeSeat the seat of the People's Committee, not of the police
 */
@TellsOf(Matter.UNIT)
record Profile(
        String unitId,
        @Nullable BigDecimal areaKm2,
        @Nullable Integer population,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String formerDistrictId,
        @Nullable BigDecimal formerDistrictShare,
        @Nullable String peoplesCommitteeSeat,
        String certainty) {}
