package haicap.acceptance.load;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.client.Persistence;
import haicap.acceptance.client.Persistence.Unanswered;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Ledger.Accepted;
import haicap.acceptance.load.Units.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The units write so many things a second, whatever the answers are: reports, their classification
 * and assignment, obstacles. Each write is sent under one key until its answer is final. What is
 * written where is drawn from a seed.
 */
public final class CityAtWork implements AutoCloseable {

    private static final double FOLLOW_UPS = 0.3;
    private static final double OBSTACLES = 0.1;

    /** A report that its unit has not finished with. */
    private record Open(String id, Unit unit, String etag, boolean classified) {}

    private final Api api;
    private final List<Unit> units;
    private final long everyNanos;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final ConcurrentLinkedQueue<Open> open = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong offered = new AtomicLong();
    private final Thread pacer = Thread.ofPlatform().name("pacer").daemon().unstarted(this::pace);
    private volatile boolean working = true;

    private CityAtWork(Api api, List<Unit> units, double perSecond, long seed) {
        this.api = api;
        this.units = units;
        this.everyNanos = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.random = new Random(seed);
    }

    /** Begins at once, after everybody has a token. */
    public static CityAtWork begin(Api api, List<Unit> units, double perSecond, long seed) {
        for (var unit : units) {
            api.as(unit.officer());
            api.as(unit.chief());
        }
        var city = new CityAtWork(api, units, perSecond, seed);
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
        var unit = units.get(random.nextInt(units.size()));
        var dice = random.nextDouble();
        var followUp = dice < FOLLOW_UPS ? open.poll() : null;
        if (followUp != null) {
            return () -> follow(followUp);
        }
        return dice > 1 - OBSTACLES ? () -> raise(unit) : () -> receive(unit);
    }

    private void receive(Unit unit) {
        var write = Paperwork.report();
        write(unit.officer(), unit, write, "crime-report-received", Optional.empty())
                .ifPresent(answer ->
                        open.add(new Open(answer.text("id"), unit, answer.etag(), false)));
    }

    private void follow(Open report) {
        var unit = report.unit();
        var id = Optional.of(report.id());
        if (report.classified()) {
            var write = Paperwork.assignment(report.id(), unit.dutyPost(), report.etag());
            write(unit.chief(), unit, write, "crime-report-assigned", id);
        } else {
            var write = Paperwork.classification(report.id(), report.etag());
            write(unit.chief(), unit, write, "crime-report-classified", id)
                    .ifPresent(
                            answer -> open.add(new Open(report.id(), unit, answer.etag(), true)));
        }
    }

    private void raise(Unit unit) {
        write(unit.chief(), unit, Paperwork.obstacle(), "obstacle-raised", Optional.empty());
    }

    private Optional<Answer> write(
            String client, Unit unit, Write write, String activity, Optional<String> subject) {
        var sent = Instant.now();
        try {
            var answer = new Persistence(api.as(client)).insist(write, ledger::witness);
            if (!answer.accepted()) {
                ledger.refuse(answer);
                return Optional.empty();
            }
            var id = subject.orElseGet(() -> answer.text("id"));
            ledger.accept(new Accepted(activity, id, unit.id(), sent));
            return Optional.of(answer);
        } catch (Unanswered e) {
            ledger.unanswered(String.valueOf(e.getMessage()));
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty(); // closed before the end: nobody will reckon
        }
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
