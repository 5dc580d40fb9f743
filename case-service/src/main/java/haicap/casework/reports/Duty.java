package haicap.casework.reports;

import haicap.platform.problems.Refusal;
import java.util.Arrays;

/** What must be sent to whom besides the handling itself; nothing else fulfils its clock. */
enum Duty {
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
    static Duty named(String word) {
        return Arrays.stream(values())
                .filter(duty -> duty.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("duty", word));
    }

    /** How addresses name it, and the law's table. */
    String word() {
        return word;
    }

    /** The event that meets its clock. */
    String completion() {
        return completion;
    }
}
