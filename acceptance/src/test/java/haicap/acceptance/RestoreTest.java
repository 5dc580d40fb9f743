package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.load.CityAtWork;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.system.DatabaseCopies;
import haicap.acceptance.system.Parts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database goes back to an earlier point while the broker keeps what came after: everybody ends
 * in the state that the database has.
 */
@InTheHouse
@Order(90)
class RestoreTest {

    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double WRITES_PER_SECOND = 8;
    private static final long SEED = 20250301;

    private final House house;
    private final DatabaseCopies copies;

    RestoreTest(House house, @TempDir Path folder) {
        this.house = house;
        this.copies = new DatabaseCopies(house.system(), folder);
    }

    @Test
    void afterARecoveryToAnEarlierPointEveryCopyIsWhatTheDatabaseSays() throws Exception {
        copies.archive();
        copies.base();
        goesBack(() -> copies.name("before"), () -> copies.recoverTo("before"));
    }

    /** Server and timeline are the same: only the topics can tell. */
    @Test
    void afterAPlainCopyWasPutBackEveryCopyIsWhatTheDatabaseSays() throws Exception {
        goesBack(copies::plain, copies::putPlainBack);
    }

    private interface Step {
        void take() throws Exception;
    }

    private void goesBack(Step keep, Step goBack) throws Exception {
        System.out.println("seed of the load: " + SEED);
        awaitAtWork();
        var before =
                Parts.SERVICES.stream().collect(Collectors.toMap(part -> part, this::incarnation));
        var kept = report();
        Reconciliation.awaitSettled(house);
        keep.take();
        awaitAtWork();
        String lost;
        try (var city = CityAtWork.begin(house.api(), house.units(), WRITES_PER_SECOND, SEED)) {
            city.during(Duration.ofSeconds(4));
            city.finish();
            lost = report();
        }
        Reconciliation.awaitSettled(house);
        var position = Picture.taken(house.as("wall")).position();

        goBack.take();

        for (var service : Parts.SERVICES) {
            Awaitility.await(service)
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() ->
                            incarnation(service) > before.get(service) && isAnnounced(service));
        }
        awaitAtWork();
        Awaitility.await("what was lost is retired, and reconciliation ends at zero")
                .atMost(PATIENCE)
                .until(() -> Reconciliation.awaitSettled(house).path("differences").isEmpty());
        var director = house.as("director");
        assertThat(director.get("/api/v1/crime-reports/" + kept).status()).isEqualTo(200);
        assertThat(director.get("/api/v1/crime-reports/" + lost).status()).isEqualTo(404);
        assertThatCopiesOfTheOrganisationEqualTheSource();
        assertThatAResumedStreamMissesNothing(position);
    }

    private String report() {
        return house.as(house.unit(12).officer()).accept(Paperwork.report()).orFail().text("id");
    }

    /** What an unlucky moment refuses is tried again: parts find the database within seconds. */
    private void awaitAtWork() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        house.as(house.unit(12).officer()).send(Paperwork.report()).accepted());
    }

    private int incarnation(String service) {
        return life(service).path("incarnation").asInt();
    }

    private boolean isAnnounced(String service) {
        return !life(service).path("endedAt").isNull();
    }

    private tools.jackson.databind.JsonNode life(String service) {
        return house.as("operator")
                .get("/api/v1/%s/incarnation".formatted(service))
                .orFail()
                .json();
    }

    private void assertThatAResumedStreamMissesNothing(String position) {
        try (var listener = Listener.to(house.as("wall"), STREAM, position)) {
            listener.heard().await(told -> told.name().equals("reset"), PATIENCE);
        }
        var picture = Picture.taken(house.as("wall"));
        try (var listener = Listener.to(house.as("wall"), STREAM, picture.position())) {
            var report = report();
            listener.heard()
                    .await(told -> told.isActivity() && told.data().contains(report), PATIENCE);
            listener.heard().all().forEach(picture::see);
            assertThat(picture.wrong()).isEmpty();
        }
    }

    private void assertThatCopiesOfTheOrganisationEqualTheSource() throws SQLException {
        for (var table : List.of("org_unit", "org_succession", "org_post", "org_appointment")) {
            var source = rows("org_structure", table);
            for (var database : List.of("case_service", "inspection", "reporting")) {
                Awaitility.await(table + " of " + database)
                        .atMost(PATIENCE)
                        .until(() -> rows(database, table).equals(source));
            }
        }
    }

    private List<String> rows(String database, String table) throws SQLException {
        try (var connection = house.system().postgres().connect(database);
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT (to_jsonb(t) - 'version')::text FROM %s t ORDER BY id"
                                        .formatted(table))) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
