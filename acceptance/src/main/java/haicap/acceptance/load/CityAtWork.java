package haicap.acceptance.load;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.load.Ledger.Accepted;
import haicap.acceptance.load.Units.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The city writes so many things a second, whatever the answers are: units take down reports and
 * raise obstacles, and these go their ways, as the visits of an inspection do. Each write is sent
 * under one key until its answer is final. What is written where is drawn from a seed.
 */
public final class CityAtWork implements AutoCloseable {

    private final List<Unit> units;
    private final long everyNanos;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final Clerk clerk;
    private final Desks desks = new Desks();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong offered = new AtomicLong();
    private final Thread pacer = Thread.ofPlatform().name("pacer").daemon().unstarted(this::pace);
    private volatile boolean working = true;

    private CityAtWork(Api api, List<Unit> units, double perSecond, long seed) {
        this.units = units;
        this.everyNanos = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.random = new Random(seed);
        this.clerk = new Clerk(api, ledger);
    }

    /**
     * Begins as soon as everybody has a token and an inspection is scheduled.
     *
     * @param units all of today's
     */
    public static CityAtWork begin(Api api, List<Unit> units, double perSecond, long seed) {
        for (var unit : units) {
            api.as(unit.officer());
            api.as(unit.chief());
        }
        var city = new CityAtWork(api, units, perSecond, seed);
        new Inspection(api, units).begin(city.ledger).forEach(city.desks::put);
        city.pacer.start();
        return city;
    }

    /** What came of it so far. */
    public Ledger ledger() {
        return ledger;
    }

    /** Waits until so many more writes have been sent for the first time: a measure of time. */
    public void awaitOffered(long more) {
        var until = offered.get() + more;
        while (working && offered.get() < until) {
            LockSupport.parkNanos(everyNanos);
        }
    }

    /** Begins nothing new and waits until everything has its final answer. */
    public void finish() {
        working = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("writes are still on their way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pace() {
        var next = System.nanoTime();
        while (working) {
            var work = choose();
            threads.execute(work);
            offered.incrementAndGet();
            next += everyNanos;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private Runnable choose() {
        var unit = any(units);
        return switch (Turn.drawn(random)) {
            case REPORT -> receive(unit);
            case OBSTACLE -> raise(unit);
            case STEP_OF_REPORT -> follow(Kind.REPORT, unit);
            case STEP_OF_OBSTACLE -> follow(Kind.OBSTACLE, unit);
            case VISIT -> follow(Kind.VISIT, unit);
            case STEP_OF_FINDING -> follow(Kind.FINDING, unit);
        };
    }

    /** The next step of what waits longest; where nothing waits, a unit takes down a report. */
    private Runnable follow(Kind kind, Unit unit) {
        var file = desks.next(kind);
        return file.isPresent() ? () -> follow(file.get()) : receive(unit);
    }

    private Runnable receive(Unit unit) {
        var way = any(Ways.OF_REPORTS);
        return () ->
                clerk.write(
                                unit.officer(),
                                Paperwork.report(),
                                made -> List.of(Accepted.of("crime-report-received", made)))
                        .map(made -> Dossier.made(Kind.REPORT, unit, Ways.AGENCY, way, made))
                        .ifPresent(desks::put);
    }

    private Runnable raise(Unit unit) {
        var way = any(Ways.OF_OBSTACLES);
        return () ->
                clerk.write(
                                unit.chief(),
                                Paperwork.obstacle(),
                                made -> List.of(Accepted.of("obstacle-raised", made)))
                        .map(made -> Dossier.made(Kind.OBSTACLE, unit, Ways.DEPARTMENT, way, made))
                        .ifPresent(desks::put);
    }

    private void follow(Dossier file) {
        var client = file.next().client(file);
        var seen = file.isSeen() ? Optional.of(file) : look(client, file);
        seen.ifPresent(known ->
                clerk.write(client, known.next().write(known), known::toTell)
                        .ifPresent(answer -> putBack(known, answer)));
    }

    private Optional<Dossier> look(String client, Dossier file) {
        return clerk.read(client, file.path()).map(file::seen);
    }

    private void putBack(Dossier file, Answer answer) {
        desks.put(file.further(answer));
        file.found(answer).forEach(desks::put);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Lets it work for so long. */
    public CityAtWork during(Duration time) {
        awaitOffered(time.toNanos() / everyNanos);
        return this;
    }

    @Override
    public void close() {
        working = false;
        threads.shutdownNow();
    }
}
