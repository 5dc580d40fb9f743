package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session;
import haicap.acceptance.feed.Heard;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Positions;
import haicap.acceptance.load.CityAtWork;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(3)
class StreamTest {

    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final double WRITES_PER_SECOND = 12;
    private static final int DROPS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = 20250701;

    private final House house;
    private final Session wall;

    StreamTest(House house) {
        this.house = house;
        this.wall = house.as("wall");
    }

    @Test
    void aClientThatDropsEverySecondHearsEveryPositionOnceAndInOrder() {
        System.out.println("seed of the load: " + SEED);
        var start = Picture.taken(wall).position();
        try (var steady = Listener.to(wall, STREAM, start);
                var dropping = Listener.to(wall, STREAM, start);
                var city = CityAtWork.begin(house.api(), house.units(), WRITES_PER_SECOND, SEED)) {
            for (var drop = 0; drop < DROPS; drop++) {
                awaitMore(dropping.heard());
                city.during(Duration.ofSeconds(1));
                dropping.drop();
                awaitMore(steady.heard());
                dropping.comeBack();
            }
            city.finish();
            var end = awaitQuiet(steady, dropping);

            var positions = Positions.of(dropping.heard().all());
            assertThat(Positions.gaps(start, positions)).isEmpty();
            assertThat(positions).isEqualTo(Positions.of(steady.heard().all())).contains(end);
            assertThat(steady.openings()).isEqualTo(1);
            assertThat(dropping.openings()).isGreaterThan(DROPS);
            assertThat(dropping.connections())
                    .filteredOn(Listener.Connection::dropped)
                    .hasSizeGreaterThanOrEqualTo(DROPS)
                    .allSatisfy(c -> assertThat(c.events()).isPositive());
        }
    }

    @Test
    void aPositionThatIsNotKnownAnyMoreGivesResetAndASnapshotThatContinuesWithoutGap() {
        try (var old = Listener.to(wall, STREAM, "0-1")) {
            old.heard().await(told -> told.name().equals("reset"), PATIENCE);
        }
        var picture = Picture.taken(wall);
        try (var listener = Listener.to(wall, STREAM, picture.position())) {
            var report =
                    house.as(house.unit(1).officer())
                            .accept(haicap.acceptance.load.Paperwork.report())
                            .orFail()
                            .text("id");
            listener.heard()
                    .await(told -> told.isActivity() && told.data().contains(report), PATIENCE);

            var heard = listener.heard().all();
            heard.forEach(picture::see);
            assertThat(Positions.gaps(picture.position(), Positions.of(heard))).isEmpty();
            assertThat(picture.wrong()).isEmpty();
        }
    }

    @Test
    void refusesAPositionThatCannotBeRead() throws IOException {
        var answer = wall.open(STREAM, "yesterday");

        try (var body = answer.body()) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("position-unreadable");
        }
    }

    @Test
    void tellsAUnitItsOwnEventsOnlyAndNeverTheCitysFigures() {
        var mine = house.unit(2);
        var other = house.unit(3);
        var path = "/api/v1/feed/units/%s/stream".formatted(mine.id());
        try (var listener = Listener.to(house.as(mine.officer()), path, null)) {
            Awaitility.await().atMost(PATIENCE).until(listener::isListening);
            house.as(other.officer()).accept(haicap.acceptance.load.Paperwork.report()).orFail();
            var report =
                    house.as(mine.officer())
                            .accept(haicap.acceptance.load.Paperwork.report())
                            .orFail()
                            .text("id");
            listener.heard().await(told -> told.data().contains(report), PATIENCE);

            assertThat(listener.heard().all())
                    .isNotEmpty()
                    .allSatisfy(told -> {
                        assertThat(told.json().path("unitId").asString()).isEqualTo(mine.id());
                        assertThat(told.json().has("city")).isFalse();
                    });
        }
    }

    private static void awaitMore(Heard heard) {
        var before = heard.size();
        Awaitility.await("more to hear")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> heard.size() > before);
    }

    /**
     * Everything that was written is in the picture, and both have heard all of it; gives its
     * position.
     */
    private String awaitQuiet(Listener... listeners) {
        Reconciliation.awaitSettled(house);
        var end = Picture.taken(wall).position();
        for (var listener : List.of(listeners)) {
            listener.heard().await(told -> end.equals(told.position()), PATIENCE);
        }
        return end;
    }
}
