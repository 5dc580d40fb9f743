package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Positions;
import haicap.acceptance.feed.Told;
import haicap.acceptance.load.CityAtWork;
import java.time.Duration;
import java.util.HashSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(5)
class RebuildTest {

    private static final String REBUILD = "/api/v1/reporting/rebuild";
    private static final long SEED = 3;

    private final House house;

    RebuildTest(House house) {
        this.house = house;
    }

    @Test
    void underLoadServesTheOldFiguresMeanwhileAndTellsNothingAgain() {
        System.out.println("seed of the load: " + SEED);
        var wall = house.as("wall");
        var picture = Picture.taken(wall);
        try (var listener = Listener.to(wall, "/api/v1/feed/city/stream", picture.position());
                var city = CityAtWork.begin(house.api(), house.units(), 10, SEED)) {
            city.during(Duration.ofSeconds(2));

            house.as("operator").post(REBUILD, "").orFail();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> state().equals("DONE"));
            city.during(Duration.ofSeconds(2));
            city.finish();

            assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
            var end = Picture.taken(wall);
            listener.heard()
                    .await(told -> end.position().equals(told.position()), Duration.ofSeconds(20));
            var told = listener.heard().all();
            told.forEach(picture::see);
            assertThat(picture.wrong()).isEmpty();
            assertThat(Positions.gaps(picture.position(), Positions.of(told))).isEmpty();
            var activities = told.stream().filter(Told::isActivity).map(Told::data).toList();
            assertThat(activities).hasSameSizeAs(new HashSet<>(activities));
        }
    }

    @Test
    void isOrderedByAnOperatorOnly() {
        assertThat(house.as("auditor").post(REBUILD, "").status()).isEqualTo(403);
        assertThat(house.as("wall").get(REBUILD).status()).isEqualTo(403);
    }

    private String state() {
        return house.as("operator").get(REBUILD).orFail().text("state");
    }
}
