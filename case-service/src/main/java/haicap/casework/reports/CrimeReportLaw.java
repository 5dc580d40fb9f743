package haicap.casework.reports;

import static java.util.Objects.requireNonNull;

import haicap.platform.deadlines.Obliged;
import haicap.platform.deadlines.RunningDeadline;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.problems.Refusal;
import haicap.platform.records.HistoryEntry;
import haicap.platform.records.RecordLaw;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Which clocks the law starts for a crime report, meets, or makes pointless. They go by the legal
 * moment: of receipt, or of the decision; those of whoever gets a report by the moment he gets it.
 */
@Component
class CrimeReportLaw {

    static final RecordLaw RULES = RecordLaw.named("crime-reports");

    private static final String EXTENDED_TERM = "RESOLVE_EXTENDED_2M";
    private static final String RECEIPT = "report.received";
    private static final String HAND_OVER = "report.handed-over";
    private static final String EXTENSION = "report.extended";
    private static final String DECISION = "report.decided";

    /** What receipt by that kind of unit starts. */
    RunningDeadlines onReceipt(Obliged holder, boolean urgent, Instant receivedAt) {
        return RULES.startedBy(RECEIPT, facts(holder, urgent), receivedAt);
    }

    /** Turning urgent starts a clock and moves no other. */
    RunningDeadlines onClassification(
            RunningDeadlines clocks, Obliged holder, boolean turnsUrgent, Instant at) {
        var met = clocks.met("report.classified", at);
        return turnsUrgent
                ? met.with(RULES.startedBy("report.turned-urgent", facts(holder, true), at))
                : met;
    }

    RunningDeadlines onAssignment(RunningDeadlines clocks, Instant at) {
        return clocks.met("report.assigned", at);
    }

    /**
     * What the former keeper owed is done or pointless, and only the term in which it must be
     * decided runs on. The receiver's clocks start when he gets it, whenever that was decided.
     */
    RunningDeadlines onHandOver(
            RunningDeadlines clocks, Obliged receiver, boolean urgent, Instant at, Instant now) {
        return clocks.met(HAND_OVER, at)
                .ended(clock -> !clock.awaits(DECISION), HAND_OVER, at)
                .with(RULES.startedBy(HAND_OVER, facts(receiver, urgent), now));
    }

    /**
     * Another term, which still counts from receipt, takes the place of the one in which the report
     * must be decided.
     */
    RunningDeadlines onExtension(RunningDeadlines clocks, Instant receivedAt, Instant at) {
        var anyway =
                RULES.startedBy(RECEIPT, Set.of(), receivedAt).all().stream()
                        .map(RunningDeadline::rule)
                        .toList();
        var extended =
                RULES.startedBy(RECEIPT, Set.of("extended"), receivedAt).all().stream()
                        .filter(clock -> !anyway.contains(clock.rule()))
                        .toList();
        return clocks.ended(clock -> clock.awaits(DECISION), EXTENSION, at)
                .with(new RunningDeadlines(extended));
    }

    /** Nothing that ran before runs on; what must be sent and told because of it starts. */
    RunningDeadlines onDecision(RunningDeadlines clocks, ReportOutcome outcome, Instant at) {
        var fact =
                switch (outcome) {
                    case INSTITUTED -> "instituted";
                    case NOT_INSTITUTED -> "not-instituted";
                };
        return onOldDecision(clocks, at).with(RULES.startedBy(DECISION, Set.of(fact), at));
    }

    /** What was decided long ago owes nothing any more. */
    RunningDeadlines onOldDecision(RunningDeadlines clocks, Instant at) {
        return clocks.met(DECISION, at).ended(clock -> true, DECISION, at);
    }

    RunningDeadlines onCompletion(RunningDeadlines clocks, Duty duty, Instant at) {
        return clocks.met(duty.completion(), at);
    }

    /**
     * All clocks, made anew from what was done.
     *
     * @param history as it is to be read now, beginning with the receipt
     * @param holders as whom the law obliged the custodian then, given a stored unit and a moment
     */
    RunningDeadlines anew(
            CrimeReport report,
            List<HistoryEntry> history,
            BiFunction<String, Instant, Obliged> holders) {
        var unitId = report.receivedBy();
        boolean urgent = report.urgent() && history.stream().noneMatch(entry -> turnsUrgent(entry));
        var receivedAt = report.receivedAt();
        var clocks = onReceipt(holders.apply(unitId, receivedAt), urgent, receivedAt);
        for (var entry : history) {
            var at = entry.at();
            switch (entry.action()) {
                case "import" -> clocks = onImport(clocks, report);
                case "classification" -> {
                    urgent |= turnsUrgent(entry);
                    var holder = holders.apply(unitId, entry.recordedAt());
                    clocks = onClassification(clocks, holder, turnsUrgent(entry), at);
                }
                case "assignment" -> clocks = onAssignment(clocks, at);
                case "hand-over" -> {
                    unitId = requireNonNull(requireNonNull(entry.changes().get("unitId")).to());
                    var receiver = holders.apply(unitId, entry.recordedAt());
                    clocks = onHandOver(clocks, receiver, urgent, at, entry.recordedAt());
                }
                case "extension" -> clocks = onExtension(clocks, receivedAt, at);
                case "institution" -> clocks = onDecision(clocks, ReportOutcome.INSTITUTED, at);
                case "non-institution" ->
                        clocks = onDecision(clocks, ReportOutcome.NOT_INSTITUTED, at);
                default -> clocks = onCompletion(clocks, entry.action(), at);
            }
        }
        return clocks;
    }

    private RunningDeadlines onImport(RunningDeadlines clocks, CrimeReport report) {
        var how = report.conclusion();
        return how == null ? clocks : onOldDecision(clocks, how.at());
    }

    private RunningDeadlines onCompletion(RunningDeadlines clocks, String action, Instant at) {
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.word().equals(action))
                .findFirst()
                .map(duty -> onCompletion(clocks, duty, at))
                .orElse(clocks);
    }

    private static boolean turnsUrgent(HistoryEntry entry) {
        return entry.changes().containsKey("urgent");
    }

    /** The running term in which the report must be decided. */
    static Optional<RunningDeadline> termOfDecision(RunningDeadlines clocks) {
        return clocks.awaiting(DECISION);
    }

    /** Refuses with 409 a term that cannot be extended: it is, once, while it runs. */
    static void requireExtensible(String id, RunningDeadlines clocks, Instant at) {
        if (clocks.haveEverStarted(EXTENDED_TERM)) {
            throw Refusal.conflict("report-already-extended", Map.of("id", id));
        }
        var term =
                termOfDecision(clocks)
                        .orElseThrow(() -> Refusal.conflict("no-term-to-extend", Map.of("id", id)));
        if (!at.isBefore(term.dueAt())) {
            throw Refusal.conflict("term-run-out", Map.of("id", id, "due", term.dueAt()));
        }
    }

    private static Set<String> facts(Obliged holder, boolean urgent) {
        var facts = new TreeSet<String>();
        facts.add(
                switch (holder) {
                    case COMMUNE -> "commune";
                    case INVESTIGATION_BODY -> "investigation-body";
                    case STAFF_OFFICE, DEPARTMENT, RAISING_UNIT, RECEIVING_UNIT ->
                            throw new IllegalArgumentException(holder + " holds no crime report");
                });
        if (urgent) {
            facts.add("urgent");
        }
        return facts;
    }
}
