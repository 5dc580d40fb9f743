package haicap.acceptance.client;

import haicap.acceptance.client.Session.Write;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write again and again under one key until the answer is final: neither the answer of a
 * server in trouble, nor "too many", nor "still running", nor none at all. Waits ever longer, and
 * at least as long as the answer asks: a crowd that keeps knocking keeps what is starting, or has
 * more to do than it can, from ever being ready.
 */
public final class Persistence {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 5;
    private static final int TOO_MANY = 429;

    private final Session session;
    private final int mostDoublings;

    /** On behalf of this caller. */
    public Persistence(Session session) {
        this(session, MOST_DOUBLINGS);
    }

    private Persistence(Session session, int mostDoublings) {
        this.session = session;
        this.mostDoublings = mostDoublings;
    }

    /**
     * Comes back at an even pace, unless asked to stay away: for one who looks, not for a crowd.
     */
    public static Persistence steady(Session session) {
        return new Persistence(session, 0);
    }

    /**
     * Tells every attempt to {@code witness}.
     *
     * @throws Unanswered when no final answer came within four minutes
     */
    public Answer insist(Write write, Consumer<Attempt> witness) {
        var last = new AtomicReference<@Nullable Attempt>();
        Consumer<Attempt> all =
                attempt -> {
                    last.set(attempt);
                    witness.accept(attempt);
                };
        try {
            return Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval((count, previous) -> pause(count, last.get()))
                    .atMost(LONGEST)
                    .until(() -> attempt(write, all), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new Unanswered(write, last.get(), e);
        }
    }

    private Optional<Answer> attempt(Write write, Consumer<Attempt> witness) {
        try {
            var answer = session.send(write);
            witness.accept(new Attempt(answer, null));
            return Optional.of(answer).filter(Persistence::isFinal);
        } catch (UncheckedIOException e) {
            witness.accept(new Attempt(null, e));
            return Optional.empty();
        }
    }

    private Duration pause(int attempts, @Nullable Attempt last) {
        var ours = SHORTEST_PAUSE.multipliedBy(1L << Math.min(attempts, mostDoublings));
        var asked = Optional.ofNullable(last).flatMap(Attempt::retryAfter).orElse(ours);
        var longer = asked.compareTo(ours) > 0 ? asked : ours;
        // nobody comes back at the very moment when everybody does
        return longer.plusMillis(ThreadLocalRandom.current().nextLong(longer.toMillis()));
    }

    private static boolean isFinal(Answer answer) {
        return answer.status() < 500
                && answer.status() != TOO_MANY
                && !(answer.status() == 409 && answer.text("code").equals("idempotency-key-busy"));
    }

    /** One sending: an answer, or a broken connection. */
    public record Attempt(@Nullable Answer answer, @Nullable UncheckedIOException broken) {

        /** When the answer asks the caller to come back. */
        Optional<Duration> retryAfter() {
            return Optional.ofNullable(answer)
                    .flatMap(given -> given.header("Retry-After"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        }
    }

    /** Nobody knows whether the write was carried out. */
    public static final class Unanswered extends RuntimeException {

        Unanswered(Write write, @Nullable Attempt last, Throwable cause) {
            super("no final answer to %s; the last: %s".formatted(write, last), cause);
        }
    }
}
