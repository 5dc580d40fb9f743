package haicap.acceptance.siege;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.client.Session;
import haicap.acceptance.load.Paperwork;
import haicap.acceptance.load.Units.Unit;
import haicap.acceptance.system.RunningSystem;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * People at another address who do their ordinary work meanwhile, at an even pace: they read, they
 * write, they open the wall, they look who issues tokens, they try an import.
 */
public final class Bystanders implements AutoCloseable {

    private static final Duration EACH = Duration.ofMillis(250);
    private static final String ELSEWHERE = "127.0.0.2";

    private final Api api;
    private final Collection<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Collection<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean working = true;

    private Bystanders(RunningSystem system) {
        var gateway = URI.create("http://127.0.0.1:" + system.gateway().getPort());
        this.api = Api.from(gateway, InetAddress.ofLiteral(ELSEWHERE));
    }

    /** Begins; each has been answered once, so nothing is measured that is only the first time. */
    public static Bystanders begin(RunningSystem system, Unit unit) {
        var bystanders = new Bystanders(system);
        var officer = bystanders.api.as(unit.officer());
        var nobody = bystanders.api.asNobody();
        for (var work :
                List.<Supplier<Answer>>of(
                        () -> officer.get("/api/v1/units/" + unit.id()),
                        () -> officer.get("/api/v1/obstacles?limit=5"),
                        () -> officer.send(Paperwork.report()),
                        () -> nobody.get("/wall/config.json"),
                        () -> nobody.get("/.well-known/openid-configuration"),
                        () -> tried(officer))) {
            bystanders.answered(work);
            bystanders.people.add(Thread.ofVirtual().start(() -> bystanders.workOn(work)));
        }
        return bystanders;
    }

    /** Of no meaning, so it is refused for what it holds, once somebody has looked. */
    private static Answer tried(Session officer) {
        return officer.send(
                officer.request("/api/v1/crime-report-imports?dryRun=true")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("a,b\n1,2\n")));
    }

    private void workOn(Supplier<Answer> work) {
        var due = System.nanoTime();
        while (working) {
            var begun = System.nanoTime();
            answered(work);
            nanos.add(System.nanoTime() - begun);
            due = Math.max(due + EACH.toNanos(), System.nanoTime());
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void answered(Supplier<Answer> work) {
        try {
            var answer = work.get();
            if (answer.status() >= 500 || answer.status() == 429) {
                wrong.add(answer.toString());
            }
        } catch (UncheckedIOException e) {
            wrong.add(e.toString());
        }
    }

    /** Ends their work. */
    public void rest() {
        working = false;
        for (var person : people) {
            try {
                person.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How long each answer took, in nanoseconds. */
    public Collection<Long> nanos() {
        return nanos;
    }

    /** What they were refused that they should have had, or not answered at all. */
    public Collection<String> wrong() {
        return wrong;
    }

    @Override
    public void close() {
        rest();
        api.close();
    }
}
