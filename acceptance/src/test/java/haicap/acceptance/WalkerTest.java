package haicap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.walker.Operation;
import haicap.acceptance.walker.Shot;
import haicap.acceptance.walker.Verdict;
import haicap.acceptance.walker.Verdict.Heard;
import haicap.acceptance.walker.Walk;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Sends rubbish at every operation of the merged document and at the doors beside it. Whatever
 * comes, the answer is in time, is no failure of ours, names what is wrong, shows nothing of the
 * insides, and a refused write has changed nothing.
 */
@InTheHouse
@Order(7)
class WalkerTest {

    private static final int AT_LEAST = 10_000;

    /** Somewhat more, since some of it no client can send. */
    private static final int SENT = 11_000;

    private static final int UNITS = 30;
    private static final int AT_ONCE = 8;
    private static final int SHOWN = 40;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Path FAULTS = Path.of("target/walker-faults.txt");

    private final House house;
    private final List<WalkedGround> grounds = new ArrayList<>();
    private final long seed = Long.getLong("walker.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private volatile long began;
    private final WalkTally tally = new WalkTally();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    WalkerTest(House house) {
        this.house = house;
    }

    @Test
    void whateverComesIsAnsweredProperlyAndChangesNothingByHalves() throws Exception {
        System.out.println("walker: seed " + seed);
        var operations = Operation.all(house.system().checkout().resolve("contracts"));
        prepare();
        var before = Books.of(house.system().postgres());
        began = System.nanoTime();

        fire(Stream.concat(operations.stream(), Operation.doors().stream()).toList());

        tally.print(Duration.ofNanos(System.nanoTime() - began));
        tally.write(FAULTS);
        assertThat(tally.faults(SHOWN)).as("seed %d; all in %s", seed, FAULTS).isEmpty();
        assertThat(tally.sent()).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(tally.operations())
                .containsAll(operations.stream().map(Operation::name).toList());
        assertThat(Books.of(house.system().postgres()).since(before))
                .as("seed %d", seed)
                .isEqualTo(tally.expectedIn(before));
        assertThat(Reconciliation.awaitSettled(house).path("differences")).isEmpty();
    }

    @Test
    void markupThatIsAcceptedStaysText() {
        var unit = house.unit(40);
        var officer = house.as(unit.officer());
        var markup = "<script>alert(1)</script><b>&amp;=1+1";
        var report = Paperwork.report();
        var obstacle = Paperwork.obstacle();

        for (var write :
                List.of(
                        new Write(
                                report.path(),
                                report.body().replace("Mất trộm xe máy tại chợ", markup)),
                        new Write(
                                obstacle.path(),
                                obstacle.body().replace("Trụ sở thiếu phòng làm việc", markup)))) {
            var id = officer.accept(write).orFail().text("id");

            var read = officer.get(write.path() + "/" + id).orFail();

            assertThat(read.header("Content-Type")).hasValue("application/json");
            assertThat(read.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(List.of(read.text("summary"), read.text("description"))).contains(markup);
        }
    }

    private void prepare() {
        var table = AccessTable.read();
        var things = AccessThings.in(house);
        things.putBack();
        for (int i = 0; i < UNITS; i++) {
            grounds.add(new WalkedGround(house, table, things, house.unit(40 + i)));
        }
    }

    private void fire(List<Operation> operations) throws Exception {
        var shots = new ArrayList<Callable<Void>>();
        for (var operation : operations) {
            var ground = grounds.get(random.nextInt(UNITS));
            int number = 0;
            for (var shot :
                    Walk.at(operation, ground::idBehind, SENT / operations.size(), random)) {
                var caller = ground.caller(operation, number++);
                shots.add(() -> fire(shot, ground, caller));
            }
        }
        Collections.shuffle(shots, random);
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var shot : hands.invokeAll(shots)) {
                shot.get();
            }
        }
    }

    private Void fire(Shot shot, WalkedGround ground, String caller) throws InterruptedException {
        HttpRequest request;
        try {
            request = request(shot, ground, caller);
        } catch (IllegalArgumentException e) {
            tally.unsendable();
            return null;
        }
        try {
            long sent = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            var heard =
                    new Heard(
                            answer.statusCode(),
                            answer.headers(),
                            read(answer),
                            Duration.ofNanos(System.nanoTime() - sent));
            tally.add(shot, caller, heard, Verdict.on(shot, heard));
            if (heard.status() / 100 == 2 || heard.status() == 412) {
                ground.forgetTag(shot);
            }
        } catch (IOException e) {
            tally.unanswered(shot, Duration.ofNanos(System.nanoTime() - began), e);
        }
        return null;
    }

    private HttpRequest request(Shot shot, WalkedGround ground, String caller) {
        var session =
                shot.header("Authorization") == null ? house.as(caller) : house.api().asNobody();
        // as it stands: what resolves addresses takes the tricks out of them
        var request = session.request("/").uri(URI.create(house.system().gateway() + shot.path()));
        for (var header : shot.headers()) {
            var value = header.getValue();
            request.header(header.getKey(), value.equals(Shot.CURRENT) ? ground.tag(shot) : value);
        }
        var body = shot.body();
        return request.timeout(LONGEST)
                .method(
                        shot.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A stream that opens is not read to its end. */
    private static byte[] read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return type.startsWith("text/event-stream") ? new byte[0] : body.readAllBytes();
        }
    }
}
