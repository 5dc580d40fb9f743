package haicap.acceptance.bench.live;

import haicap.acceptance.bench.Latencies;
import haicap.acceptance.bench.Pace;
import haicap.acceptance.bench.Stage;
import haicap.acceptance.bench.floor.BareCommit;
import haicap.acceptance.bench.floor.RoundTrip;
import haicap.acceptance.load.Paperwork;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The three steps that nobody can avoid, one after the other, for each sample. */
final class BareSteps {

    private static final String FLOOR = "/api/v1/floor";

    private final Stage stage;
    private final BareCommit commit;
    private final RoundTrip roundTrip;
    private final AtomicInteger turn = new AtomicInteger();

    BareSteps(Stage stage, BareCommit commit, RoundTrip roundTrip) {
        this.stage = stage;
        this.commit = commit;
        this.roundTrip = roundTrip;
    }

    Latencies atRate(int perSecond, Duration time) {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        Pace.keep(
                perSecond,
                time,
                due -> {
                    go();
                    nanos.add(System.nanoTime() - due);
                });
        return new Latencies(nanos);
    }

    private void go() {
        var units = stage.units();
        var unit = units.get(turn.getAndIncrement() % units.size());
        stage.api().as(unit.officer()).post(FLOOR, Paperwork.report().body()).orFail();
        commit.commit();
        roundTrip.go();
    }
}
