package haicap.acceptance;

import haicap.acceptance.load.Units.Unit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The reports of one unit, as it lists them itself. */
record Register(House house, Unit unit) {

    Set<String> reports() {
        var first = "/api/v1/crime-reports?unitId=%s&limit=500".formatted(unit.id());
        var officer = house.as(unit.officer());
        var ids = new HashSet<String>();
        for (var path = first; !path.isEmpty(); ) {
            var page = officer.get(path).orFail().json();
            page.path("items").forEach(report -> ids.add(report.path("id").asString()));
            var next = page.path("next").asString("");
            path = next.isEmpty() ? "" : first + "&cursor=" + next;
        }
        return ids;
    }

    Set<String> reportsBeside(Collection<String> known) {
        var ids = reports();
        ids.removeAll(known);
        return ids;
    }
}
