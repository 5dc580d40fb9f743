package haicap.casework.reports;

import haicap.casework.deadlines.Duty;
import haicap.casework.reports.CrimeReportEvent.DutyCompleted;
import haicap.casework.reports.Decisions.Decided;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.WriteRequest;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Records that what is owed besides the handling was sent or told; any post of the custodian. */
@Component
class CompleteDuty {

    private final Decisions decisions;
    private final Authority authority;
    private final Custody custody;

    CompleteDuty(Decisions decisions, Authority authority, Custody custody) {
        this.decisions = decisions;
        this.authority = authority;
        this.custody = custody;
    }

    Answer complete(String id, Duty duty, Ruling letter, Caller caller, WriteRequest request) {
        return decisions.take(
                id,
                duty.word(),
                letter,
                caller,
                request,
                report -> authority.requireCustody(caller, report),
                (report, now) -> {
                    var owed =
                            report.clocks()
                                    .owed(duty)
                                    .orElseThrow(() ->
                                            Refusal.conflict(
                                                    "duty-not-owed",
                                                    Map.of("id", id, "duty", duty.word())));
                    new Moments(now)
                            .requireSince("/decidedAt", letter.decidedAt(), owed.startedAt());
                    return new Decided(
                            report.completed(duty, letter.at(), custody.holderOf(report)),
                            DutyCompleted.of(duty, owed, letter, caller));
                });
    }
}
