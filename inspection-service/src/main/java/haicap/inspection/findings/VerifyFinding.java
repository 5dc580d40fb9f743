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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody else than owner and remedier says whether the remedy is one. */
@Component
class VerifyFinding {

    /** Whether it is; if not, the last day stays unless another is set. */
    record Verification(
            @NotBlank @Size(max = 100) @Pattern(regexp = Decision.READABLE) String decisionNumber,
            @NotNull Instant decidedAt,
            @NotNull Boolean accepted,
            @Nullable LocalDate dueOn,
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

    VerifyFinding(
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

    Answer verify(String id, Verification verification, Caller caller, WriteRequest request) {
        authority.requireToDecide(caller, findings.get(id));
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var finding = findings.get(id);
                    authority.requireVerifier(caller, finding);
                    request.requireMatch(register.version(finding));
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    verification.decision().require(finding.recordedAt(), now);
                    return verification.accepted()
                            ? verified(finding, verification, caller, now)
                            : sentBack(finding, verification, caller, now);
                });
    }

    private Answer verified(Finding finding, Verification by, Caller caller, Instant now) {
        var verified = finding.verified();
        var entry = entry(verified, "verification", by, caller, now);
        var event = FindingEvent.verified(caller, now);
        return Answer.ok(register.enter(verified, entry, event, caller), views.of(verified));
    }

    private Answer sentBack(Finding finding, Verification by, Caller caller, Instant now) {
        var dueOn = by.dueOn();
        if (dueOn != null) {
            Authority.requireToCome(dueOn, now);
        }
        var sentBack = finding.sentBack(dueOn == null ? finding.dueOn() : dueOn);
        var entry = entry(sentBack, "return", by, caller, now);
        var event = FindingEvent.reopened(caller, now);
        return Answer.ok(register.enter(sentBack, entry, event, caller), views.of(sentBack));
    }

    private static Entry entry(
            Finding finding, String action, Verification by, Caller caller, Instant now) {
        return Entry.of(finding.id(), finding.counter(), action, now, caller, by.decision());
    }
}
