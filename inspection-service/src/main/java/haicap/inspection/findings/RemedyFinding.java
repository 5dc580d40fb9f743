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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes down what the owner's unit did about a finding. */
@Component
class RemedyFinding {

    /** What was done. */
    record Done(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 4_000, lines = true) String text,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        Decision decision() {
            return new Decision(decisionNumber, decidedAt, ground, note);
        }
    }

    private final FindingDecisions decisions;
    private final Authority authority;

    RemedyFinding(FindingDecisions decisions, Authority authority) {
        this.decisions = decisions;
        this.authority = authority;
    }

    Answer remedy(String id, Done done, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                done.decision(),
                caller,
                request,
                finding -> authority.requireOwner(caller, finding),
                (finding, now) ->
                        new Decided(
                                finding.remedied(done.text(), caller, now),
                                "remedy",
                                FindingEvent.remedied(caller, now)));
    }
}
