package haicap.acceptance.client;

import haicap.acceptance.client.Session.Write;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write again and again under one key until the answer is final: neither the answer of a
 * server in trouble, nor "too many", nor "still running", nor none at all.
 */
public final class Persistence {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TOO_MANY = 429;

    private final Session session;

    /** On behalf of this caller. */
    public Persistence(Session session) {
        this.session = session;
    }

    /**
     * Tells every attempt to {@code witness}.
     *
     * @throws Unanswered when no final answer came within two minutes
     */
    public Answer insist(Write write, Consumer<Attempt> witness) {
        try {
            return Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .atMost(LONGEST)
                    .until(() -> attempt(write, witness), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException e) {
            throw new Unanswered(write, e);
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

    private static boolean isFinal(Answer answer) {
        return answer.status() < 500
                && answer.status() != TOO_MANY
                && !(answer.status() == 409 && answer.text("code").equals("idempotency-key-busy"));
    }

    /** One sending: an answer, or a broken connection. */
    public record Attempt(@Nullable Answer answer, @Nullable UncheckedIOException broken) {}

    /** Nobody knows whether the write was carried out. */
    public static final class Unanswered extends RuntimeException {

        Unanswered(Write write, Throwable cause) {
            super("no final answer to " + write, cause);
        }
    }
}
