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

/** Opens a closed finding again, because the shortcoming came back. */
@Component
class ReopenFinding {

    /** Until when it is to be remedied now. */
    record Reopening(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull LocalDate dueOn,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        Decision decision() {
            return new Decision(decisionNumber, decidedAt, ground, note);
        }
    }

    private final FindingDecisions decisions;
    private final Authority authority;

    ReopenFinding(FindingDecisions decisions, Authority authority) {
        this.decisions = decisions;
        this.authority = authority;
    }

    Answer reopen(String id, Reopening reopening, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                reopening.decision(),
                caller,
                request,
                finding -> authority.requireVerifier(caller, finding),
                (finding, now) -> {
                    Authority.requireToCome(reopening.dueOn(), now);
                    return new Decided(
                            finding.reopened(reopening.dueOn()),
                            "reopening",
                            FindingEvent.reopened(caller, now));
                });
    }
}
