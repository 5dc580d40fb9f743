package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Told;
import haicap.acceptance.load.CityAtWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InTheHouse
@Order(6)
class ClockTest {

    private static final String STREAM = "/api/v1/feed/city/stream";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long SEED = 15;

    private final House house;

    ClockTest(House house) {
        this.house = house;
    }

    @AfterEach
    void reset() {
        shift("reset");
    }

    /** Lines of the calendar that the clock is put just behind. */
    private enum Line {
        MIDNIGHT(List.of("reportsReceivedToday")) {
            @Override
            LocalDate after(LocalDate today) {
                return today.plusDays(1);
            }
        },
        THREE_DAYS(List.of("reportsReceivedToday")) {
            @Override
            LocalDate after(LocalDate today) {
                return today.plusDays(3);
            }
        },
        REPORTING_MONTH(
                List.of(
                        "reportsReceivedToday",
                        "reportsHandedOverThisMonth",
                        "reportsInstitutedThisMonth",
                        "reportsNotInstitutedThisMonth")) {
            @Override
            LocalDate after(LocalDate today) {
                return (today.getDayOfMonth() < 15 ? today : today.plusMonths(1))
                        .withDayOfMonth(15);
            }
        };

        private final List<String> zeroBehindIt;

        Line(List<String> zeroBehindIt) {
            this.zeroBehindIt = zeroBehindIt;
        }

        abstract LocalDate after(LocalDate today);

        /** The step to some seconds behind it, as people type it. */
        String step() {
            var now = Instant.now();
            var day = after(LocalDate.ofInstant(now, HANOI)).atStartOfDay(HANOI).toInstant();
            return "+" + Duration.ofSeconds(Duration.between(now, day).toSeconds() + 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void acrossALineEveryUnitThatChangedIsToldOnceAndNothingIsInvented(Line line) {
        work();
        var before = Picture.taken(house.as("wall"));
        try (var listener = Listener.to(house.as("wall"), STREAM, before.position())) {
            shift(line.step());
            var after = settled(listener);

            var told = listener.heard().all();
            assertThat(told).filteredOn(Told::isActivity).isEmpty();
            assertThat(timesTold(told)).isNotEmpty();
            assertThat(timesTold(told).values()).containsOnly(1L);
            told.forEach(before::see);
            assertThat(before.wrong()).isEmpty();
            assertThat(before.sums()).isEqualTo(after.sums());
            assertThat(line.zeroBehindIt)
                    .allSatisfy(figure -> assertThat(after.sums()).containsEntry(figure, 0L));
            assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
        }
    }

    @Test
    void aClockSetBackGivesTheFormerFiguresAgain() {
        work();
        var before = Picture.taken(house.as("wall"));
        shift("+31d");
        try (var listener = Listener.to(house.as("wall"), STREAM, before.position())) {
            settled(listener);
            var far = listener.heard().size();

            shift("reset");
            var back = settled(listener);

            assertThat(back.units()).isEqualTo(before.units());
            assertThat(timesTold(listener.heard().from(far)).values()).containsOnly(1L);
            assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
        }
    }

    @Test
    void aUnitsFirstOverdueReportIsAnAlert() {
        work();
        var start = Picture.taken(house.as("wall")).position();
        try (var listener = Listener.to(house.as("wall"), STREAM, start)) {
            shift("+200d");

            var alert =
                    listener.heard().await(told -> told.data().contains("first-overdue"), PATIENCE);

            assertThat(alert.name()).isEqualTo("alert");
            var picture = settled(listener);
            assertThat(picture.figure(alert.json().path("unitId").asString(), "reportsOverdue"))
                    .isPositive();
        }
    }

    private void work() {
        System.out.println("seed of the load: " + SEED);
        try (var city = CityAtWork.begin(house.api(), house.units(), 12, SEED)) {
            city.during(Duration.ofSeconds(4));
            city.finish();
        }
        Reconciliation.awaitSettled(house);
    }

    private void shift(String step) {
        house.system().run("clock", step);
    }

    /** The snapshot once the figures have followed the clock and the listener has heard of it. */
    private Picture settled(Listener listener) {
        var wall = house.as("wall");
        var shift = Duration.parse(lastWord(house.system().run("clock")));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    var snapshot = wall.get("/api/v1/feed/city").orFail().json();
                    var clockAt = Instant.parse(snapshot.path("clockAt").asString());
                    var due = Instant.now().plus(shift);
                    return Duration.between(clockAt, due).abs().toSeconds() < 5;
                });
        var picture = Picture.taken(wall);
        if (!listener.heard().all().stream()
                .map(Told::position)
                .toList()
                .contains(picture.position())) {
            listener.heard().await(told -> picture.position().equals(told.position()), PATIENCE);
        }
        return picture;
    }

    private static String lastWord(String line) {
        var words = line.strip();
        return words.substring(words.lastIndexOf('(') + 1, words.lastIndexOf(')'));
    }

    private static Map<String, Long> timesTold(List<Told> told) {
        return told.stream()
                .filter(Told::isUnit)
                .map(unit -> unit.json().path("unitId").asString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
