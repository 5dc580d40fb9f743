package haicap.acceptance.load;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Api;
import haicap.acceptance.client.Persistence;
import haicap.acceptance.client.Persistence.Unanswered;
import haicap.acceptance.client.Session.Write;
import haicap.acceptance.load.Ledger.Accepted;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Sends what is to be written until it is answered for good, and books what came of it. */
final class Clerk {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;

    private final Api api;
    private final Ledger ledger;

    Clerk(Api api, Ledger ledger) {
        this.api = api;
        this.ledger = ledger;
    }

    /**
     * Writes.
     *
     * @param toTell what must be told of it, by the answer
     * @return the answer, if it was accepted
     */
    Optional<Answer> write(String client, Write write, Function<Answer, List<Accepted>> toTell) {
        try {
            var answer = new Persistence(api.as(client)).insist(write, ledger::witness);
            if (!answer.accepted()) {
                ledger.refuse(answer);
                return Optional.empty();
            }
            ledger.accept(toTell.apply(answer));
            return Optional.of(answer);
        } catch (Unanswered e) {
            ledger.unanswered(String.valueOf(e.getMessage()));
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty(); // closed before the end: nobody will reckon
        }
    }

    /** Looks at a file, through outages too. */
    Optional<Answer> read(String client, String path) {
        try {
            var answer =
                    Awaitility.await(path)
                            .pollInSameThread()
                            .pollDelay(Duration.ZERO)
                            .pollInterval(PAUSE)
                            .ignoreException(UncheckedIOException.class)
                            .atMost(LONGEST)
                            .until(() -> api.as(client).get(path), Clerk::isFinal);
            if (!answer.accepted()) {
                ledger.refuse(answer);
            }
            return Optional.of(answer).filter(Answer::accepted);
        } catch (ConditionTimeoutException e) {
            ledger.unanswered("no final answer to GET " + path);
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty(); // closed before the end: nobody will reckon
        }
    }

    private static boolean isFinal(Answer answer) {
        return answer.status() < 500 && answer.status() != TOO_MANY;
    }
}
