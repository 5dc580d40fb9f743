package haicap.acceptance.load;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.load.Ledger.Accepted;
import haicap.acceptance.load.Units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A campaign of its own for each load, so that every version of every visit is seen. */
final class Inspection {

    private static final int TEAMS = 7;

    private final Api api;
    private final Map<String, Unit> units;

    /** Of these units; it must be all, for a schedule leaves out none. */
    Inspection(Api api, List<Unit> units) {
        this.api = api;
        this.units =
                units.stream()
                        .collect(
                                Collectors.toMap(
                                        Unit::id,
                                        Function.identity(),
                                        (one, same) -> one,
                                        LinkedHashMap::new));
    }

    /** Announces and schedules; gives the visits that are to be made, the earliest first. */
    List<Dossier> begin(Ledger ledger) {
        var staff = api.as(InspectionPaperwork.STAFF);
        var announced = staff.accept(InspectionPaperwork.campaign()).orFail();
        ledger.accept(List.of());
        var campaign = announced.text("id");
        staff.accept(InspectionPaperwork.schedule(campaign, teams(), announced.etag())).orFail();
        var listed = staff.get("/api/v1/visits?limit=500&campaignId=" + campaign).orFail();
        var visits = visits(listed);
        ledger.accept(
                visits.stream().map(visit -> new Accepted("visit-scheduled", visit.id())).toList());
        return visits;
    }

    private Map<String, List<String>> teams() {
        var ids = List.copyOf(units.keySet());
        return IntStream.range(0, ids.size())
                .boxed()
                .collect(
                        Collectors.groupingBy(
                                number -> "deputy-director-" + (number % TEAMS + 1),
                                LinkedHashMap::new,
                                Collectors.mapping(ids::get, Collectors.toList())));
    }

    private List<Dossier> visits(Answer listed) {
        return listed.json()
                .path("items")
                .valueStream()
                .map(visit ->
                        Dossier.unseen(
                                Kind.VISIT,
                                visit.path("id").asString(),
                                Objects.requireNonNull(units.get(visit.path("unitId").asString())),
                                visit.path("leaderPostId").asString(),
                                Ways.OF_VISITS))
                .toList();
    }
}
