package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.walker.Habit;
import haicap.acceptance.walker.Operation;
import haicap.acceptance.walker.Shot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What real clients send, by kind of parameter, header and field, at every operation of the
 * document that takes such a thing. The table is {@code habits.txt}; who adds an operation need not
 * touch it.
 */
@InTheHouse
@Order(6)
class HabitsTest {

    private static final Path TABLE = Path.of("src/test/resources/habits.txt");
    private static final int GROUNDS = 8;
    private static final int AT_ONCE = 4;
    private static final int AT_LEAST = 1_500;
    private static final int SHOWN = 60;

    private final House house;
    private final Map<String, String> wrong = new ConcurrentSkipListMap<>();

    HabitsTest(House house) {
        this.house = house;
    }

    @Test
    void everyDoorAnswersTheSameHabitTheSameWay() throws Exception {
        var habits = Habit.all(TABLE);
        var tries = tries(habits);

        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = tries.stream().<Callable<Void>>map(each -> () -> tryOut(each)).toList();
            for (var each : hands.invokeAll(all)) {
                each.get();
            }
        }

        assertThat(wrong.entrySet().stream().limit(SHOWN))
                .as("%d of %d", wrong.size(), tries.size())
                .isEmpty();
        assertThat(tries).hasSizeGreaterThan(AT_LEAST);
        assertThat(tries.stream().map(Try::habit).distinct())
                .as("each habit has met an operation")
                .hasSameSizeAs(habits);
        awaitOneIncarnation();
    }

    /** Until every instance knows of the incarnation that a habit raised last. */
    private void awaitOneIncarnation() {
        var officer = house.as(house.unit(70).officer());
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.send(Paperwork.report()).status() == 201);
    }

    private List<Try> tries(List<Habit> habits) throws IOException {
        var grounds = grounds();
        var tries = new ArrayList<Try>();
        for (var operation : Operation.all(house.system().checkout().resolve("contracts"))) {
            if (operation.path().startsWith("/api/")) {
                var ground = grounds.get(tries.size() % GROUNDS);
                var caller = ground.caller(operation, 0);
                for (var habit : habits) {
                    habit.at(operation, ground::idBehind)
                            .forEach(shot -> tries.add(new Try(habit, shot, caller)));
                }
            }
        }
        Collections.shuffle(tries, new Random(1)); // nobody's limit is reached
        return tries;
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

    private Void tryOut(Try one) {
        var answer = send(one.shot(), one.caller());
        if (!one.habit().isAnsweredBy(one.shot(), answer.status(), faults(answer))) {
            wrong.put(
                    one.shot() + " by " + one.caller(),
                    "not %s %s but %d %s"
                            .formatted(
                                    one.habit().answer(),
                                    one.habit().code(),
                                    answer.status(),
                                    answer.body()));
        }
        return null;
    }

    /** An incarnation that another habit raises ends what is under way: that is sent again. */
    private Answer send(Shot shot, String caller) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> sendOnce(shot, caller), answer -> answer.status() != 503);
    }

    private Answer sendOnce(Shot shot, String caller) {
        var session = house.as(caller);
        // as it stands: what resolves addresses would mend some of them
        var request = session.request("/").uri(URI.create(house.system().gateway() + shot.path()));
        shot.headers().stream()
                .filter(each -> !each.getValue().equals(Shot.CURRENT))
                .forEach(each -> request.header(each.getKey(), each.getValue()));
        var body = shot.body();
        return session.send(
                request.method(
                        shot.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    /** What a problem names; of another answer nothing. */
    private static JsonNode faults(Answer answer) {
        return answer.header("Content-Type").orElse("").startsWith("application/problem+json")
                ? answer.json().path("errors")
                : MissingNode.getInstance();
    }

    private record Try(Habit habit, Shot shot, String caller) {}
}
