package haicap.org.units;

import haicap.platform.orgcopy.Tier;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which units are looked for, as of a day. */
record UnitSearch(
        LocalDate asOf, @Nullable Set<Tier> tiers, @Nullable String code, @Nullable String text) {}
