package haicap.casework.reports;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of which units a caller may list the reports; told as the units under which they are stored. */
@Component
class ListScope {

    private final Custody custody;
    private final AccessScope accessScope;

    ListScope(Custody custody, AccessScope accessScope) {
        this.custody = custody;
        this.accessScope = accessScope;
    }

    /** Those of the wished unit, or all that the caller sees; null for all there are. */
    String @Nullable [] wished(Caller caller, @Nullable String unitId) {
        return unitId == null && custody.seesAll(caller) ? null : ofUnit(caller, unitId);
    }

    /** Those of the wished unit, or of the units in which the caller serves. */
    String[] ofUnit(Caller caller, @Nullable String unitId) {
        if (unitId == null) {
            return stored(accessScope.units(caller).stream());
        }
        if (!custody.seesAll(caller) && !accessScope.units(caller).contains(unitId)) {
            throw Refusal.notFound("unit", unitId);
        }
        return stored(Stream.of(unitId));
    }

    private String[] stored(Stream<String> custodians) {
        return custodians
                .map(custody::storedUnits)
                .flatMap(Collection::stream)
                .toArray(String[]::new);
    }
}
