package haicap.acceptance.drills;

import haicap.acceptance.client.Api;
import haicap.acceptance.client.Persistence;
import haicap.acceptance.client.Session;
import haicap.acceptance.feed.Listener;
import haicap.acceptance.feed.Picture;
import haicap.acceptance.feed.Topic;
import haicap.acceptance.load.CityAtWork;
import haicap.acceptance.load.Ledger;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A system under load, one listener to its city's stream, one consumer of its topics. Parts are
 * killed and brought back; in the end everything that was accepted must have been told once.
 */
public final class Exercise implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * What one drill came to.
     *
     * @param restart how long the parts themselves took to come back
     * @param recovery from their return until a write sent after it was told
     */
    public record Outcome(Drill drill, Duration restart, Duration recovery, long unavailable) {}

    private final RunningSystem system;
    private final Session probe;
    private final CityAtWork city;
    private final String start;
    private final Listener listener;
    private final Topic topics;

    private Exercise(RunningSystem system, Api api, List<Unit> units, double rate, long seed) {
        this.system = system;
        this.probe = api.as(units.getFirst().officer());
        var wall = api.as("wall");
        this.start = Picture.taken(wall).position();
        this.listener = Listener.to(wall, "/api/v1/feed/city/stream", start);
        this.topics = Topic.reading(system, "haicap.case.v1", "haicap.inspection.v1");
        this.city = CityAtWork.begin(api, units, rate, seed);
    }

    /** Begins with the load; returns when the first write was told. */
    public static Exercise begin(RunningSystem system, Api api, double rate, long seed) {
        var exercise = new Exercise(system, api, Units.ofToday(api), rate, seed);
        exercise.awaitTelling();
        return exercise;
    }

    /** The load's books. */
    public Ledger ledger() {
        return city.ledger();
    }

    /** Lets the load run on. */
    public void goOn(Duration time) {
        city.during(time);
    }

    /** Kills, waits, brings back, and waits until a new write is told. */
    public Outcome run(Drill drill) {
        var unavailable = ledger().unavailable();
        system.kill(drill.parts());
        city.during(drill.down());
        var begun = Instant.now();
        system.start(drill.parts());
        var returned = Instant.now();
        awaitTelling();
        var recovered = Instant.now();
        return new Outcome(
                drill,
                Duration.between(begun, returned),
                Duration.between(returned, recovered),
                ledger().unavailable() - unavailable);
    }

    /**
     * A rolling restart: each instance of a part ends in good order and is brought back, one after
     * the other, and each time a new write must be told before the next.
     */
    public Outcome roll(String part) {
        var unavailable = ledger().unavailable();
        var restart = Duration.ZERO;
        var recovery = Duration.ZERO;
        for (var instance : system.instances(part)) {
            system.process(instance).end();
            var begun = Instant.now();
            system.start(List.of(instance));
            var returned = Instant.now();
            awaitTelling();
            restart = longer(restart, Duration.between(begun, returned));
            recovery = longer(recovery, Duration.between(returned, Instant.now()));
        }
        return new Outcome(
                new Drill(part, system.instances(part), Duration.ZERO),
                restart,
                recovery,
                ledger().unavailable() - unavailable);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** Ends the load and balances the books. */
    public Reckoning reckon() {
        city.finish();
        return Reckoning.of(ledger(), start, listener.heard(), topics);
    }

    /** Waits until a write that is sent now is told. */
    public void awaitTelling() {
        var answer = Persistence.steady(probe).insist(Paperwork.report(), attempt -> {});
        var id = answer.orFail().text("id");
        listener.heard().await(told -> told.isActivity() && told.data().contains(id), PATIENCE);
    }

    @Override
    public void close() {
        city.close();
        listener.close();
        topics.close();
    }
}
