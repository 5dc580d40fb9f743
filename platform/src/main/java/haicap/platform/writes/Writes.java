package haicap.platform.writes;

import haicap.platform.problems.Problem;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only way to write. One transaction (READ COMMITTED):
 *
 * <ol>
 *   <li>one call takes the idempotency key's lock (or says that it is busy), the service's coarse
 *       lock shared, and the aggregates' locks in ascending order; the database asserts that no row
 *       was touched before;
 *   <li>an earlier answer under the same key is given again, and nothing else happens;
 *   <li>the work reads, decides, saves, audits and announces;
 *   <li>the {@link DeferredInserts} - audit, announcements, the answer under the key - are written;
 *       commit.
 * </ol>
 *
 * <p>A refusal by the domain rolls all of it back and is itself the answer: a transaction of its
 * own stores it under the key, unless another answer is there by then, which is given instead. What
 * fails otherwise leaves nothing behind. Safe for all threads.
 */
@Component
public class Writes {

    private final TransactionTemplate transaction;
    private final Idempotency idempotency;
    private final Problems problems;
    private final JsonMapper json;
    private final MeterRegistry meters;

    Writes(
            PlatformTransactionManager transactions,
            Idempotency idempotency,
            Problems problems,
            JsonMapper json,
            MeterRegistry meters) {
        this.transaction = new TransactionTemplate(transactions);
        this.idempotency = idempotency;
        this.problems = problems;
        this.json = json;
        this.meters = meters;
    }

    /**
     * Does the work of a request once, however often the request comes.
     *
     * @return the work's answer, the problem with which the domain refused it, or what the same
     *     request was answered before
     * @throws Refusal 409 while the same key is being worked on, 422 when it came with another
     *     request, 412 and 428 as the work finds
     */
    public Answer answer(WriteRequest request, Locks locks, Supplier<Answer> work) {
        try {
            return once(request, locks, work);
        } catch (Refusal refusal) {
            if (!refusal.isDecision()) {
                throw refusal;
            }
            return once(request, Locks.none(), () -> problem(refusal, request));
        }
    }

    /**
     * Does the work of a request in several transactions, once. The key is claimed before the first
     * of them, so that it cannot come with another request any more; what a crash interrupts is
     * resumed by the same request under the same key.
     *
     * @param work carries out the steps of the claim and ends with its answer; each step must leave
     *     alone what an earlier run has done already
     * @throws Refusal as {@link #answer} does, and what a step refuses: the key stays claimed then
     */
    public Answer inSteps(WriteRequest request, Function<Claim, Answer> work) {
        var claim = new Claim(this, idempotency, request);
        return claim.begin().orElseGet(() -> claim.carryOut(work));
    }

    /** Does work that no request asked for: ticks, messages. */
    public <T> T run(Locks locks, Supplier<T> work) {
        return committed(() -> {
            idempotency.lock(locks);
            if (locks.measuredAs() != null) {
                measure(locks.measuredAs());
            }
            return work.get();
        });
    }

    private void measure(String name) {
        var held = Timer.start(meters);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {

                    @Override
                    public void afterCompletion(int status) {
                        held.stop(Locks.held(name, meters));
                    }
                });
    }

    private Answer once(WriteRequest request, Locks locks, Supplier<Answer> work) {
        return committed(() ->
                idempotency.lock(request, locks).orElseGet(() -> remembered(request, work.get())));
    }

    private Answer problem(Refusal refusal, WriteRequest request) {
        var body = problems.describe(refusal, request.language());
        return new Answer(refusal.status(), null, null, Problem.MEDIA_TYPE, body);
    }

    Answer remembered(WriteRequest request, Answer answer) {
        var body = json.writeValueAsBytes(withWarnings(answer, request));
        idempotency.remember(request, answer, body);
        return new Answer(
                answer.status(), answer.location(), answer.etag(), answer.mediaType(), body);
    }

    private Object withWarnings(Answer answer, WriteRequest request) {
        if (request.warnings().isEmpty() || answer.status() / 100 != 2) {
            return answer.body();
        }
        ObjectNode body = json.valueToTree(answer.body());
        return body.set(
                "warnings",
                json.valueToTree(problems.describe(request.warnings(), request.language())));
    }

    <T> T committed(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
