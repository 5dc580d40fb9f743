package haicap.inspection.findings;

import haicap.inspection.findings.FindingDecisions.Decided;
import haicap.inspection.history.Decision;
import haicap.platform.access.Caller;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody else than owner and remedier says whether the remedy is one. */
@Component
class VerifyFinding {

    /** Whether it is; if not, the last day stays unless another is set. */
    record Verification(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull Boolean accepted,
            @Nullable LocalDate dueOn,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        Decision decision() {
            return new Decision(decisionNumber, decidedAt, ground, note);
        }
    }

    private final FindingDecisions decisions;
    private final Authority authority;

    VerifyFinding(FindingDecisions decisions, Authority authority) {
        this.decisions = decisions;
        this.authority = authority;
    }

    Answer verify(String id, Verification verification, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                verification.decision(),
                caller,
                request,
                finding -> authority.requireVerifier(caller, finding),
                (finding, now) ->
                        verification.accepted()
                                ? new Decided(
                                        finding.verified(),
                                        "verification",
                                        FindingEvent.verified(caller, now))
                                : sentBack(finding, verification.dueOn(), caller, now));
    }

    private static Decided sentBack(
            Finding finding, @Nullable LocalDate dueOn, Caller caller, Instant now) {
        if (dueOn != null) {
            Authority.requireToCome(dueOn, now);
        }
        return new Decided(
                finding.sentBack(dueOn == null ? finding.dueOn() : dueOn),
                "return",
                FindingEvent.reopened(caller, now));
    }
}
