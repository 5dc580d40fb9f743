package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.walker.Habit;
import haicap.acceptance.walker.Operation;
import haicap.acceptance.walker.Shot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What real clients send, by kind of parameter, header and field, at every operation of the
 * document that takes such a thing. The table is {@code habits.txt}.
 */
@InTheHouse
@Order(6)
class HabitsTest {

    private static final Path TABLE = Path.of("src/test/resources/habits.txt");
    private static final int GROUNDS = 4;
    private static final int AT_ONCE = 4;
    private static final int SHOWN = 40;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final House house;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HabitsTest(House house) {
        this.house = house;
    }

    @Test
    void everyDoorAnswersTheSameHabitTheSameWay() throws Exception {
        var grounds = grounds();
        var tries = new ArrayList<Callable<@Nullable String>>();
        var habits = Habit.all(TABLE);
        int number = 0;
        for (var operation : Operation.all(house.system().checkout().resolve("contracts"))) {
            var ground = grounds.get(number++ % GROUNDS);
            var caller = ground.caller(operation, 0);
            for (var habit : operation.path().startsWith("/api/") ? habits : List.<Habit>of()) {
                for (var shot : habit.at(operation, ground::idBehind)) {
                    tries.add(() -> wrong(habit, shot, caller));
                }
            }
        }

        assertThat(all(tries)).as("of %d", tries.size()).isEmpty();
        assertThat(tries).hasSizeGreaterThan(1_000);
    }

    private List<WalkedGround> grounds() {
        var table = AccessTable.read();
        var things = AccessThings.in(house);
        things.putBack();
        var all = new ArrayList<WalkedGround>();
        for (int i = 0; i < GROUNDS; i++) {
            all.add(new WalkedGround(house, table, things, house.unit(70 + i)));
        }
        return all;
    }

    private static List<String> all(List<Callable<@Nullable String>> tries) throws Exception {
        var wrong = new ArrayList<String>();
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var each : hands.invokeAll(tries)) {
                var said = each.get();
                if (said != null && wrong.size() < SHOWN) {
                    wrong.add(said);
                }
            }
        }
        return wrong;
    }

    /** What is wrong with the answer, if anything. */
    private @Nullable String wrong(Habit habit, Shot shot, String caller) throws Exception {
        var answer = send(shot, caller);
        var faults = JsonMapper.shared().readTree(answer.body()).path("errors");
        boolean named =
                faults.valueStream()
                        .anyMatch(each ->
                                each.path("pointer").asString("").equals(shot.named())
                                        && (habit.code().isEmpty()
                                                || each.path("code")
                                                        .asString("")
                                                        .equals(habit.code())));
        boolean right =
                habit.answer().equals("fine")
                        ? !named && answer.statusCode() < 500
                        : habit.answer().equals(String.valueOf(answer.statusCode()))
                                && (named || habit.code().isEmpty());
        return right
                ? null
                : "%s as %s: not %s %s but %d %s"
                        .formatted(
                                shot,
                                caller,
                                habit.answer(),
                                habit.code(),
                                answer.statusCode(),
                                answer.body());
    }

    private HttpResponse<String> send(Shot shot, String caller) throws Exception {
        var request =
                house.as(caller)
                        .request("/")
                        .uri(URI.create(house.system().gateway() + shot.path()))
                        .timeout(LONGEST);
        shot.headers().stream()
                .filter(each -> !each.getValue().equals(Shot.CURRENT))
                .forEach(each -> request.header(each.getKey(), each.getValue()));
        var body = shot.body();
        request.method(
                shot.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        while (true) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 429) {
                return answer;
            }
            TimeUnit.SECONDS.sleep(
                    Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1")));
        }
    }
}
