package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.drills.Exercise;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Positions;
import haicap.acceptance.feed.Told;
import haicap.acceptance.load.CityAtWork;
import haicap.acceptance.system.Parts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@InTheHouse
@Order(9)
class ReplicasTest {

    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final double WRITES_PER_SECOND = 8;
    private static final Duration TAKEOVER = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SCREENS = 20;
    private static final long SEED = 2025;

    private final House house;

    ReplicasTest(House house) {
        this.house = house;
    }

    @Test
    void twoClientsOnTwoReplicasAreToldTheSameAtTheSamePositions() {
        var start = Picture.taken(house.as("wall")).position();
        try (var first = InstanceDoor.of(house, Parts.REPORTING);
                var second = InstanceDoor.of(house, Parts.REPORTING + "-2");
                var one = Listener.to(first.api().as("wall"), STREAM, start);
                var other = Listener.to(second.api().as("wall"), STREAM, start);
                var city = CityAtWork.begin(house.api(), house.units(), WRITES_PER_SECOND, SEED)) {
            city.during(Duration.ofSeconds(10));
            city.finish();
            var end = awaitEnd(List.of(one, other));

            assertThat(upTo(end, one)).isEqualTo(upTo(end, other)).hasSizeGreaterThan(100);
            assertThat(Positions.gaps(start, upTo(end, one).stream().map(Line::position).toList()))
                    .isEmpty();
        }
    }

    @Test
    void anotherInstanceRelaysWithinFiveSecondsOfTheHoldersDeath() {
        var lease = new RelayLease(house.system().postgres(), "case_service");
        try (var exercise = begin()) {
            var holder = lease.holder();
            assertThat(holder).isIn(house.system().instances(Parts.CASE));

            house.system().kill(List.of(holder));

            Awaitility.await()
                    .atMost(TAKEOVER)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> !List.of(holder, "").contains(lease.holder()));
            exercise.awaitTelling();
            house.system().start(List.of(holder));
            balance(exercise);
        }
    }

    @Test
    void aHolderThatWasPausedWakesAfterTheTakeoverAndDoesNoHarm() {
        var lease = new RelayLease(house.system().postgres(), "case_service");
        try (var exercise = begin()) {
            var holder = lease.holder();
            var process = house.system().process(holder);
            process.pause();
            try {
                Awaitility.await()
                        .atMost(TAKEOVER)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> !List.of(holder, "").contains(lease.holder()));
                exercise.goOn(PAUSE);
            } finally {
                process.wake();
            }
            exercise.awaitTelling();
            exercise.goOn(Duration.ofSeconds(3));
            assertThat(lease.holder()).isNotEqualTo(holder);
            balance(exercise);
        }
    }

    @Test
    void theLossOfAReportingReplicaCostsNoScreenAnything() {
        var wall = house.as("wall");
        var start = Picture.taken(wall).position();
        var screens = new ArrayList<Listener>();
        try (var exercise = begin()) {
            for (var screen = 0; screen < SCREENS; screen++) {
                screens.add(Listener.to(wall, STREAM, start));
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> screens.stream().allMatch(Listener::isListening));

            house.system().kill(List.of(Parts.REPORTING + "-2"));
            exercise.awaitTelling();
            exercise.goOn(Duration.ofSeconds(5));
            house.system().start(List.of(Parts.REPORTING + "-2"));
            balance(exercise);

            var end = awaitEnd(screens);
            var told = upTo(end, screens.getFirst());
            assertThat(Positions.gaps(start, told.stream().map(Line::position).toList())).isEmpty();
            assertThat(screens).allSatisfy(screen -> assertThat(upTo(end, screen)).isEqualTo(told));
            assertThat(screens.stream().filter(screen -> screen.openings() > 1)).isNotEmpty();
        } finally {
            screens.forEach(Listener::close);
        }
    }

    /** Each instance ends in good order and comes back, one after the other. */
    @Test
    void aRollingRestartCostsNothingButAnswersThatAskToRetry() {
        var wall = house.as("wall");
        var start = Picture.taken(wall).position();
        var screens = new ArrayList<Listener>();
        try (var exercise = begin()) {
            for (var screen = 0; screen < SCREENS; screen++) {
                screens.add(Listener.to(wall, STREAM, start));
            }
            for (var part : List.of(Parts.CASE, Parts.REPORTING)) {
                for (var instance : house.system().instances(part)) {
                    house.system().process(instance).end();
                    house.system().start(List.of(instance));
                    exercise.awaitTelling();
                }
            }
            balance(exercise);

            var end = awaitEnd(screens);
            var told = upTo(end, screens.getFirst());
            assertThat(Positions.gaps(start, told.stream().map(Line::position).toList())).isEmpty();
            assertThat(screens).allSatisfy(screen -> assertThat(upTo(end, screen)).isEqualTo(told));
        } finally {
            screens.forEach(Listener::close);
        }
    }

    /** What was told at a position. */
    private record Line(String position, String name, String data) {}

    private static List<Line> upTo(String end, Listener listener) {
        var lines = new ArrayList<Line>();
        for (var told : listener.heard().all()) {
            if (told.position() != null) {
                lines.add(new Line(told.position(), told.name(), told.data()));
                if (told.position().equals(end)) {
                    break;
                }
            }
        }
        return lines;
    }

    private String awaitEnd(List<Listener> listeners) {
        var end = Picture.taken(house.as("wall")).position();
        for (var listener : listeners) {
            listener.heard().await((Told told) -> end.equals(told.position()), PATIENCE);
        }
        return end;
    }

    private Exercise begin() {
        return Exercise.begin(house.system(), house.api(), WRITES_PER_SECOND, SEED);
    }

    private void balance(Exercise exercise) {
        var reckoning = exercise.reckon();
        System.out.println(exercise.ledger().summary());
        assertThat(reckoning.lost()).as("lost").isEmpty();
        assertThat(reckoning.toldTwice()).as("told twice").isEmpty();
        assertThat(reckoning.gaps()).as("gaps in the stream").isEmpty();
        assertThat(reckoning.outOfOrder()).as("out of order").isEmpty();
        assertThat(exercise.ledger().refused()).isEmpty();
        assertThat(exercise.ledger().unanswered()).isEmpty();
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
    }
}
