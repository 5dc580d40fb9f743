package haicap.acceptance.load;

import haicap.acceptance.client.Answer;
import haicap.acceptance.client.Persistence.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What came of every write: the books against which the house is held. Safe for all threads. */
public final class Ledger {

    /**
     * Something that must be told because a write was answered with success.
     *
     * @param activity what happened, to be told once
     * @param subject id of the file
     */
    public record Accepted(String activity, String subject) {

        /** Of the file that a write made. */
        static Accepted of(String activity, Answer made) {
            return new Accepted(activity, made.text("id"));
        }

        /** What identifies the telling of it. */
        public String telling() {
            return activity + " " + subject;
        }
    }

    private long writes;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong withoutRetryAfter = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();

    /** A write was accepted, of which all this must be told: often one thing, sometimes many. */
    synchronized void accept(List<Accepted> toTell) {
        writes++;
        accepted.addAll(toTell);
    }

    synchronized void refuse(Answer answer) {
        refused.add(answer.toString());
    }

    synchronized void unanswered(String write) {
        unanswered.add(write);
    }

    void witness(Attempt attempt) {
        var answer = attempt.answer();
        if (answer == null) {
            broken.incrementAndGet();
        } else if (answer.status() == 503) {
            unavailable.incrementAndGet();
            if (answer.header("Retry-After").isEmpty()) {
                withoutRetryAfter.incrementAndGet();
            }
        } else if (answer.status() >= 500) {
            failed.incrementAndGet();
        }
    }

    /** How many writes were accepted so far. */
    public synchronized long writes() {
        return writes;
    }

    /** All that must be told of what was accepted so far. */
    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /** Final answers other than success; a city at work expects none. */
    public synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    /** Writes that never got a final answer. */
    public synchronized List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /** How often the answer was 503. */
    public long unavailable() {
        return unavailable.get();
    }

    /** How often a 503 did not say when to come back. */
    public long withoutRetryAfter() {
        return withoutRetryAfter.get();
    }

    /** How often the answer was another server error. */
    public long failed() {
        return failed.get();
    }

    /** How often no answer came, because the connection broke. */
    public long broken() {
        return broken.get();
    }

    /** A line for people. */
    public synchronized String summary() {
        return "%d accepted, %d refused, %d unanswered; on the way %d × 503, %d × other 5xx, %d broken connections"
                .formatted(
                        writes,
                        refused.size(),
                        unanswered.size(),
                        unavailable.get(),
                        failed.get(),
                        broken.get());
    }
}
