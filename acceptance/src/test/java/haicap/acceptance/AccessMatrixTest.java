package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.AccessTable.Cell;
import haicap.acceptance.AccessTable.Mark;
import haicap.acceptance.client.Api;
import haicap.acceptance.system.Parts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code docs/access.md} is true, cell by cell: at the gateway, and behind it. */
@InTheHouse
@Order(5)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final List<String> SERVICES =
            List.of(Parts.ORG_STRUCTURE, Parts.CASE, Parts.INSPECTION, Parts.REPORTING);

    private static final int LINES = 4;

    private static final Set<String> SAMPLE =
            Set.of("director", "px05", "vice", "duty", "auditor", "nobody");

    /** A cell, at one of the parts for which it stands. */
    private record Place(Cell cell, String part) {

        /** Where it is, whatever is expected there. */
        Place unmarked() {
            return with(Mark.GRANTED);
        }

        Place with(Mark mark) {
            return new Place(cell.with(mark), part);
        }
    }

    private final House house;
    private final AccessTable table = AccessTable.read();
    private final Map<Place, Mark> atTheGateway = new HashMap<>();
    private AccessThings things;

    @SuppressWarnings("NullAway.Init")
    AccessMatrixTest(House house) {
        this.house = house;
    }

    @BeforeAll
    void tryEveryCell() {
        things = AccessThings.in(house);
        atTheGateway.putAll(tried(places(), part -> house.api()));
    }

    @AfterAll
    void putEverythingBack() {
        things.putBack();
    }

    @Test
    void everyCellIsAnsweredAsTheTableSays() {
        assertThat(differences(places(), atTheGateway)).isEmpty();
    }

    @Test
    void eachServiceAnswersTheSameWithoutTheGateway() {
        var doors = new HashMap<String, InstanceDoor>();
        SERVICES.forEach(part -> doors.put(part, InstanceDoor.of(house, part)));
        try {
            var some = places(SAMPLE);
            var atTheDoors = tried(some, part -> Objects.requireNonNull(doors.get(part)).api());

            assertThat(differences(some, atTheDoors)).isEmpty();
        } finally {
            doors.values().forEach(InstanceDoor::close);
        }
    }

    @Test
    void aRuleThatIsLoosenedOrTightenedInOneCellIsCaughtThere() {
        for (var place : places()) {
            for (var mark : Mark.values()) {
                assertThat(differences(List.of(place.with(mark)), atTheGateway).isEmpty())
                        .as("%s as %s", place, mark)
                        .isEqualTo(mark == place.cell().mark());
            }
        }
    }

    @Test
    void thereIsARoleForEveryKindOfCallerAndAnAnswerForEachOfThem() {
        assertThat(table.cells().stream().map(Cell::role).distinct())
                .contains("director", "deputy", "chief", "vice", "duty", "auditor", "nobody");
        assertThat(table.cells().stream().filter(cell -> cell.role().equals("nobody")))
                .allMatch(cell -> cell.mark() == Mark.WHO);
    }

    @Test
    void noOrderTakesAFieldThatItDoesNotKnow() {
        var orders =
                places(Set.of("director")).stream()
                        .filter(place -> AccessProbe.bodyOf(place.cell().operation()) != null)
                        .filter(place -> place.cell().operation().startsWith("POST "))
                        .filter(place -> !isShutAtTheDoor(place.cell()))
                        .toList();
        assertThat(orders).hasSizeGreaterThan(20);
        for (var place : orders) {
            var operation = place.cell().operation();
            var body = Objects.requireNonNull(AccessProbe.bodyOf(operation));
            var address = operation.substring(5).replace("{part}", place.part());
            var path =
                    address.replace("{id}", "none")
                            .replace("{duty}", "none")
                            .replace("{correctionId}", "none")
                            .replace("{documentId}", "none");

            var answer =
                    house.as("director").post(path, body.replaceFirst("\\{", "{\"religion\": 1, "));

            assertThat(answer.status()).as(operation).isEqualTo(400);
            assertThat(answer.body()).as(operation).contains("unknown-field", "/religion");
        }
    }

    /** Of these no byte of the body is read. */
    private static boolean isShutAtTheDoor(Cell cell) {
        return cell.operation().startsWith("POST /api/v1/investigator-assignments");
    }

    private Map<Place, Mark> tried(List<Place> places, Function<String, Api> doors) {
        var found = new ConcurrentHashMap<Place, Mark>();
        var byRole = places.stream().collect(Collectors.groupingBy(place -> place.cell().role()));
        try (var roles = Executors.newFixedThreadPool(LINES)) {
            var done =
                    byRole.values().stream()
                            .map(all -> roles.submit(() -> found.putAll(triedOf(all, doors))))
                            .toList();
            for (var each : done) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private Map<Place, Mark> triedOf(List<Place> places, Function<String, Api> doors) {
        var found = new HashMap<Place, Mark>();
        var tried = new HashMap<List<Object>, Mark>();
        for (var place : places) {
            var cell = place.cell();
            var thing = things.of(cell);
            var same = List.<Object>of(cell.operation(), cell.situation(), place.part(), thing);
            if (!tried.containsKey(same)) {
                var session =
                        AccessThings.session(cell.role(), house, doors.apply(place.part()), things);
                tried.put(same, new AccessProbe(cell, place.part(), thing).tried(session));
            }
            found.put(place.unmarked(), Objects.requireNonNull(tried.get(same)));
        }
        return found;
    }

    private List<Place> places() {
        return table.cells().stream()
                .flatMap(cell ->
                        (cell.part().equals("every") ? SERVICES : List.of(cell.part()))
                                .stream().map(part -> new Place(cell, part)))
                .toList();
    }

    private List<Place> places(Set<String> roles) {
        return places().stream().filter(place -> roles.contains(place.cell().role())).toList();
    }

    /** What was answered otherwise than the cells say, or not at all. */
    private static Map<Place, String> differences(List<Place> expected, Map<Place, Mark> answers) {
        var differences = new LinkedHashMap<Place, String>();
        for (var place : expected) {
            var answer = answers.get(place.unmarked());
            if (answer != place.cell().mark()) {
                differences.put(place, "but was " + answer);
            }
        }
        return differences;
    }
}
