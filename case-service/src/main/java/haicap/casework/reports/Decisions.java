package haicap.casework.reports;

import haicap.casework.history.HistoryEntry;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.time.BackDating;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What all written decisions on a report have in common, in this order: who may not see it is told
 * 404; then, under the report's lock, who may not decide is told 403, who saw another version 412,
 * and a date that cannot be 422; then the decision is applied, entered and announced.
 */
@Component
class Decisions {

    /** What the decision makes of the report, and what happened by that. */
    record Decided(CrimeReport report, CrimeReportEvent event) {}

    /** Applies the decision. */
    interface Application {
        Decided to(CrimeReport report, Instant now);
    }

    private final Writes writes;
    private final CrimeReports reports;
    private final Custody custody;
    private final AccessScope accessScope;
    private final Register register;
    private final Views views;
    private final BackDating backDating;
    private final Clock clock;

    Decisions(
            Writes writes,
            CrimeReports reports,
            Custody custody,
            AccessScope accessScope,
            Register register,
            Views views,
            BackDating backDating,
            Clock clock) {
        this.writes = writes;
        this.reports = reports;
        this.custody = custody;
        this.accessScope = accessScope;
        this.register = register;
        this.views = views;
        this.backDating = backDating;
        this.clock = clock;
    }

    /**
     * Takes the decision.
     *
     * @param action how history and audit name it
     * @param right refuses the caller who may see the report but not decide this
     */
    Answer take(
            String id,
            String action,
            Written written,
            Caller caller,
            WriteRequest request,
            Consumer<CrimeReport> right,
            Application application) {
        custody.requireSight(caller, id, reports.keepersOf(id));
        accessScope.requireVerified(caller);
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var before = reports.get(id);
                    right.accept(before);
                    request.requireMatch(register.version(before));
                    var now = Moments.stored(clock.instant());
                    written.require(new Moments(now, backDating), before);
                    var decided = application.to(before, now);
                    var after = decided.report();
                    var entry =
                            HistoryEntry.of(
                                    id,
                                    after.counter(),
                                    now,
                                    action,
                                    caller,
                                    written.decision(),
                                    Changes.between(before, after));
                    var version = register.enter(after, entry, decided.event(), caller, now);
                    return Answer.ok(version, views.of(after, request.language()));
                });
    }
}
