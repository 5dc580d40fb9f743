package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which units are looked for, as of a day. */
record UnitSearch(
        LocalDate asOf, @Nullable Tier tier, @Nullable String code, @Nullable String text) {}
