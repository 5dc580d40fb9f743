package haicap.inspection.findings;

import haicap.inspection.history.Decision;
import haicap.inspection.history.Entry;
import haicap.platform.access.Caller;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what the owner's unit did about a finding. */
@Component
class RemedyFinding {

    /** What was done. */
    record Done(
            @NotBlank @Size(max = 100) @Pattern(regexp = Decision.READABLE) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE) String text,
            @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE)
                    String ground,
            @Nullable @Size(min = 1, max = 4_000) @Pattern(regexp = Decision.READABLE)
                    String note) {

        Decision decision() {
            return new Decision(decisionNumber, decidedAt, ground, note);
        }
    }

    private final Writes writes;
    private final Findings findings;
    private final Authority authority;
    private final FindingRegister register;
    private final FindingViews views;
    private final Clock clock;

    RemedyFinding(
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

    Answer remedy(String id, Done done, Caller caller, WriteRequest request) {
        authority.requireToDecide(caller, findings.get(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var finding = findings.get(id);
                    authority.requireOwner(caller, finding);
                    request.requireMatch(register.version(finding));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    done.decision().require(finding.recordedAt(), now);
                    var remedied = finding.remedied(done.text(), caller, now);
                    var entry =
                            Entry.of(
                                    id, remedied.counter(), "remedy", now, caller, done.decision());
                    var event = FindingEvent.remedied(caller, now);
                    var version = register.enter(remedied, entry, event, caller);
                    return Answer.ok(version, views.of(remedied));
                });
    }
}
