package haicap.inspection.findings;

import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What all written decisions on a finding have in common, in this order: who may not see it is told
 * 404; then, under the finding's lock, who may not decide is told 403, who saw another version 412,
 * and a date that cannot be 422; then the decision is applied, entered and announced.
 */
@Component
class FindingDecisions {

    /**
     * What the decision makes of the finding.
     *
     * @param action how history and audit name it
     */
    record Decided(Finding finding, String action, FindingEvent event) {}

    /** Applies the decision. */
    interface Application {
        Decided to(Finding finding, Instant now);
    }

    private final Writes writes;
    private final Findings findings;
    private final Authority authority;
    private final FindingRegister register;
    private final FindingViews views;
    private final Clock clock;

    FindingDecisions(
            Writes writes,
            Findings findings,
            Authority authority,
            FindingRegister register,
            FindingViews views,
            Clock clock) {
        this.writes = writes;
        this.findings = findings;
        this.authority = authority;
        this.register = register;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Takes the decision.
     *
     * @param right refuses the caller who may see the finding but not decide this
     */
    Answer take(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Consumer<Finding> right,
            Application application) {
        authority.requireToDecide(caller, findings.get(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var before = findings.get(id);
                    right.accept(before);
                    request.requireMatch(register.version(before));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    decision.require(before.recordedAt(), now);
                    var decided = application.to(before, now);
                    var after = decided.finding();
                    var entry =
                            Entry.of(id, after.counter(), decided.action(), now, caller, decision);
                    var version = register.enter(after, entry, decided.event(), caller);
                    return Answer.ok(version, views.of(after));
                });
    }
}
