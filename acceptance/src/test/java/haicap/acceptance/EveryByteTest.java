package haicap.acceptance;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Session;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.walker.EveryByte;
import haicap.acceptance.walker.Line;
import haicap.acceptance.walker.Operation;
import haicap.acceptance.walker.Shot;
import haicap.acceptance.walker.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every byte raw in path, query and header at each part, which no client sends: all is answered as
 * the walker's rubbish is, and whoever comes after it on the same connections hears nothing of it.
 */
@InTheHouse
@Order(7)
class EveryByteTest {

    private static final int GROUNDS = 8;
    private static final int LINES = 6;

    /** More at a time than the gateway has connections to a part that is at rest. */
    private static final int CANARIES = 48;

    private static final int AT_LEAST = 4_000;
    private static final int SHOWN = 40;
    private final House house;
    private final WalkTally tally = new WalkTally();
    private final List<WalkedGround> grounds = new ArrayList<>();

    EveryByteTest(House house) {
        this.house = house;
    }

    @Test
    void noByteBreaksADoorOrWhatComesAfterIt() throws Exception {
        prepare();
        var canaries = canaries();
        var before = Books.of(house.system().postgres());

        long began = System.nanoTime();

        fire(shares());

        tally.print(Duration.ofNanos(System.nanoTime() - began));
        assertThat(tally.faults(SHOWN)).isEmpty();
        assertThat(tally.sent()).isGreaterThanOrEqualTo(AT_LEAST);
        for (var canary : canaries) {
            assertThat(answers(canary)).hasSize(CANARIES).allMatch(canary::isRight);
        }
        assertThat(Books.of(house.system().postgres()).since(before))
                .isEqualTo(tally.expectedIn(before));
    }

    private void prepare() {
        var table = AccessTable.read();
        var things = AccessThings.in(house);
        things.putBack();
        for (int i = 0; i < GROUNDS; i++) {
            grounds.add(new WalkedGround(house, table, things, house.unit(80 + i)));
        }
    }

    /** What is to be said, for each operation by one of those who may do it. */
    private List<Share> shares() throws IOException {
        var byPart =
                Stream.concat(
                                Operation.all(house.system().checkout().resolve("contracts"))
                                        .stream(),
                                Operation.doors().stream())
                        .collect(Collectors.groupingBy(Operation::part, TreeMap::new, toList()));
        var shares = new ArrayList<Share>();
        for (var part : byPart.values()) {
            for (int i = 0; i < part.size(); i++) {
                var ground = grounds.get(shares.size() % GROUNDS);
                shares.add(
                        new Share(
                                EveryByte.at(part.get(i), ground::idBehind, i, part.size()),
                                ground,
                                ground.caller(part.get(i), 0)));
            }
        }
        return shares;
    }

    private void fire(List<Share> shares) throws Exception {
        try (var hands = Executors.newFixedThreadPool(LINES)) {
            var all = shares.stream().<Callable<Void>>map(each -> () -> say(each)).toList();
            for (var each : hands.invokeAll(all)) {
                each.get();
            }
        }
    }

    /** All of it on one connection, as long as the gateway keeps it. */
    private Void say(Share share) throws IOException {
        var token = house.as(share.caller()).token();
        var line = new Line(house.system().gateway());
        for (var shot : share.shots()) {
            if (!line.isOpen()) {
                line.close();
                line = new Line(house.system().gateway());
            }
            try {
                var heard = line.ask(shot.onVersion(share.ground().tag(shot)), token);
                tally.add(shot, share.caller(), heard, Verdict.on(shot, heard));
                if (heard.status() / 100 == 2 || heard.status() == 412) {
                    share.ground().forgetTag(shot);
                }
            } catch (IOException e) {
                tally.unanswered(shot, Duration.ZERO, e);
            }
        }
        line.close();
        return null;
    }

    /** One thing of each part that nobody touches. */
    private List<Canary> canaries() {
        var unit = house.unit(79);
        var officer = house.as(unit.officer());
        var report = officer.accept(Paperwork.report()).orFail().text("id");
        var obstacle = officer.accept(Paperwork.obstacle()).orFail().text("id");
        return List.of(
                new Canary(officer, "/api/v1/units/" + unit.id(), unit.id()),
                new Canary(officer, "/api/v1/crime-reports/" + report, report),
                new Canary(officer, "/api/v1/obstacles/" + obstacle, obstacle),
                new Canary(officer, "/api/v1/units/" + unit.id() + "/profile", unit.id()),
                new Canary(officer, "/.well-known/openid-configuration", "issuer"));
    }

    /** To as many questions at once as take every connection that the gateway keeps to a part. */
    private static List<Answer> answers(Canary canary) throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            Callable<Answer> ask = canary::ask;
            for (var each : hands.invokeAll(Collections.nCopies(CANARIES, ask))) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private record Share(List<Shot> shots, WalkedGround ground, String caller) {}

    private record Canary(Session session, String path, String mark) {

        Answer ask() {
            return session.get(path);
        }

        boolean isRight(Answer answer) {
            return answer.status() == 200 && answer.body().contains(mark);
        }
    }
}
