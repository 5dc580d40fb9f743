package haicap.casework.deadlines;

import haicap.platform.problems.Refusal;
import java.util.Arrays;
import java.util.Optional;

/** What must be sent to whom besides the handling itself; nothing else fulfils its clock. */
public enum Duty {
    /** The procuracy is told of the receipt. */
    PROCURACY_NOTICE("procuracy-notice", "procuracy.notified"),
    /** The decision to institute, or not to, goes to the procuracy. */
    DECISION_DISPATCH("decision-dispatch", "decision.sent"),
    /** Whoever reported is told the result. */
    REPORTER_NOTICE("reporter-notice", "reporter.notified");

    private final String word;
    private final String completion;

    Duty(String word, String completion) {
        this.word = word;
        this.completion = completion;
    }

    /** The duty that an address names. */
    public static Duty named(String word) {
        return Arrays.stream(values())
                .filter(duty -> duty.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("duty", word));
    }

    static Optional<Duty> completedBy(String event) {
        return Arrays.stream(values()).filter(duty -> duty.completion.equals(event)).findFirst();
    }

    /** How addresses name it. */
    public String word() {
        return word;
    }

    /** The event that meets its clock. */
    public String completion() {
        return completion;
    }
}
