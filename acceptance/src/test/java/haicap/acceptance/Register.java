package haicap.acceptance;

import haicap.acceptance.load.Units.Unit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The reports of one unit, as it lists them itself. */
record Register(House house, Unit unit) {

    Set<String> reports() {
        var path = "/api/v1/crime-reports?unitId=%s&limit=500".formatted(unit.id());
        var ids = new HashSet<String>();
        house.as(unit.officer())
                .get(path)
                .orFail()
                .json()
                .path("items")
                .forEach(report -> ids.add(report.path("id").asString()));
        return ids;
    }

    Set<String> reportsBeside(Collection<String> known) {
        var ids = reports();
        ids.removeAll(known);
        return ids;
    }
}
