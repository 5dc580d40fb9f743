package haicap.acceptance;

import haicap.acceptance.AccessTable.Cell;
import haicap.acceptance.AccessTable.Mark;
import haicap.acceptance.AccessTable.Relation;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.walker.Operation;
import haicap.acceptance.walker.Shot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A unit that is walked over: its files, what else there is to name, and who may touch it. */
final class WalkedGround {

    /** In this order: the many before the few, so that nobody's limit is reached. */
    private static final List<String> ROLES =
            List.of(
                    "duty",
                    "chief",
                    "pc01",
                    "pv01",
                    "px01",
                    "deputy",
                    "director",
                    "auditor",
                    "operator");

    /** What a rightful caller sets in motion takes seconds; one of these in eight is his. */
    private static final Set<String> DEAR =
            Set.of(
                    "GET /api/v1/reconciliation",
                    "POST /api/v1/reporting/rebuild",
                    "POST /api/v1/{part}/incarnation",
                    "GET /api/v1/{part}/audit/verification");

    private static final int SELDOM = 8;

    /** Who assigns investigators. */
    private static final String AGENCY_HEAD = "deputy-director-3";

    /** What each unit that is walked over has itself. */
    private static final Set<String> OWN = Set.of("units", "duties", "crime-reports", "obstacles");

    private static final String NO_TAG = "\"1-1\"";

    private final House house;
    private final AccessThings things;
    private final Unit unit;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, String> roles = new HashMap<>();

    WalkedGround(House house, AccessTable table, AccessThings things, Unit unit) {
        this.house = house;
        this.things = things;
        this.unit = unit;
        granted(table, Relation.OWN).forEach(roles::put);
        granted(table, Relation.OTHER).forEach(roles::putIfAbsent); // nobody decides on his own
        ids.put("units", unit.id());
        ids.put("duties", "reporter-notice");
        ids.put("crime-reports", id(house.as(unit.officer()).accept(Paperwork.report())));
        ids.put("obstacles", id(house.as(unit.officer()).accept(Paperwork.obstacle())));
    }

    /** Who may do what, to a thing that is so related to him. */
    private static Map<String, String> granted(AccessTable table, Relation related) {
        var granted = new HashMap<String, String>();
        for (var cell : table.cells()) {
            if (cell.situation().isEmpty()
                    && cell.of() == related
                    && cell.mark() == Mark.GRANTED
                    && ROLES.contains(cell.role())) {
                granted.merge(cell.operation(), cell.role(), WalkedGround::earlier);
            }
        }
        return granted;
    }

    private static String earlier(String one, String other) {
        return ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other;
    }

    private static String id(haicap.acceptance.client.Answer answer) {
        return answer.orFail().text("id");
    }

    /** What an address names, by the address before it. */
    String idBehind(String path) {
        return ids.computeIfAbsent(
                path.substring(path.lastIndexOf('/') + 1),
                kind -> path.startsWith("/api/v1/") ? thing(path).id() : "none");
    }

    /** Of posts and appointments the one whose end hurts nobody. */
    private AccessThings.Thing thing(String path) {
        return things.of(new Cell("", "GET " + path, "", "vice", Relation.OWN, Mark.GRANTED));
    }

    /** Who may do it. */
    String caller(Operation operation, int number) {
        var line =
                operation
                        .toString()
                        .replaceFirst(
                                "/api/v1/(org-structure|case|inspection|reporting)/"
                                        + "(parked|audit|retention|incarnation|post-hand-overs"
                                        + "|authority-dry-runs)",
                                "/api/v1/{part}/$2");
        if (DEAR.contains(line) && number % SELDOM != 0) {
            return "wall";
        }
        if (line.startsWith("POST /api/v1/investigator-assignments")) {
            return AGENCY_HEAD;
        }
        var role = roles.getOrDefault(line, "duty");
        return switch (role) {
            case "duty" -> whose(operation).officer();
            case "chief" -> whose(operation).chief();
            case "deputy" -> AccessThings.LEADER;
            case "director", "auditor", "operator" -> role;
            default -> role + "-head";
        };
    }

    /** The unit itself, or the one of which are the things that it lacks. */
    private Unit whose(Operation operation) {
        var steps = operation.path().split("/");
        return steps.length < 5 || OWN.contains(steps[3]) ? unit : things.own;
    }

    /** The version of the thing now. */
    String tag(Shot shot) {
        var id = String.valueOf(shot.subject());
        if (!ids.containsValue(id)) {
            return NO_TAG;
        }
        return tags.computeIfAbsent(
                id,
                any ->
                        house.as("director")
                                .get(thingOf(shot.path()))
                                .header("ETag")
                                .orElse(NO_TAG));
    }

    /** Somebody changed it. */
    void forgetTag(Shot shot) {
        tags.remove(String.valueOf(shot.subject()));
    }

    private static String thingOf(String path) {
        var steps = path.split("[?/]");
        return String.join("/", List.of(steps).subList(0, Math.min(5, steps.length)));
    }
}
