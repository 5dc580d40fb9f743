package haicap.org.authority;

import haicap.org.authority.AuthorityRuleController.RuleEndingRequest;
import haicap.org.authority.AuthorityRuleController.RuleRequest;
import haicap.org.events.Happened;
import haicap.org.functions.FunctionRegisters;
import haicap.org.registers.Registers;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Subject;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Decision;
import haicap.platform.time.Hanoi;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Makes rules and ends them, from a day that is still to come: what was decided by a rule stays
 * lawful, and every service knows it before it holds.
 */
@Component
class DecideOnRules {

    private static final String ACTION = "authority-rule.decision";
    private static final String KIND = "authority-rule";

    private final Registers registers;
    private final Authority authority;
    private final AccessScope accessScope;
    private final Writes writes;
    private final Audit audit;
    private final Clock clock;

    DecideOnRules(
            Registers registers,
            Authority authority,
            AccessScope accessScope,
            Writes writes,
            Audit audit,
            Clock clock) {
        this.registers = registers;
        this.authority = authority;
        this.accessScope = accessScope;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    Answer make(RuleRequest wished, Caller caller, WriteRequest request) {
        var rule = wished.rule();
        require(caller, rule.id());
        requireDecided(wished.decidedAt());
        if (!rule.id().matches(AuthorityRegister.ID)) {
            throw Refusal.invalid(
                    "/id",
                    "entry-id-unusable",
                    Map.of("value", rule.id(), "pattern", AuthorityRegister.ID));
        }
        requireToCome("/validFrom", rule.validFrom());
        if (rule.validTo() != null && !rule.validTo().isAfter(rule.validFrom())) {
            throw Refusal.invalid("/validTo", "ends-before-it-begins", Map.of());
        }
        requireFunction(rule);
        return writes.answer(
                request,
                Locks.on(rule.id()),
                () -> {
                    if (registers.find(AuthorityRegister.RULES, rule.id()).isPresent()) {
                        throw Refusal.conflict("authority-rule-there", Map.of("id", rule.id()));
                    }
                    enter(rule, rule.validFrom(), caller);
                    audit.wrote(
                            caller,
                            "make",
                            KIND,
                            rule.id(),
                            Map.of("decision", wished.decisionNumber()));
                    return new Answer(
                            201,
                            "/api/v1/authority-rules/" + rule.id(),
                            null,
                            MediaType.APPLICATION_JSON_VALUE,
                            AuthorityRuleView.of(rule));
                });
    }

    Answer end(String id, RuleEndingRequest ending, Caller caller, WriteRequest request) {
        require(caller, id);
        requireDecided(ending.decidedAt());
        requireToCome("/validTo", ending.validTo());
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var rule = find(id);
                    if (rule.validTo() != null && !ending.validTo().isBefore(rule.validTo())) {
                        throw Refusal.conflict(
                                "authority-rule-ends", Map.of("id", id, "day", rule.validTo()));
                    }
                    if (ending.validTo().isBefore(rule.validFrom())) {
                        throw Refusal.invalid("/validTo", "ends-before-it-begins", Map.of());
                    }
                    var ended = rule.endingOn(ending.validTo());
                    enter(ended, ending.validTo(), caller);
                    audit.wrote(
                            caller, "end", KIND, id, Map.of("decision", ending.decisionNumber()));
                    return Answer.ok(AuthorityRuleView.of(ended));
                });
    }

    AuthorityRule find(String id) {
        return registers
                .find(AuthorityRegister.RULES, id)
                .orElseThrow(() -> Refusal.notFound(KIND, id));
    }

    private void require(Caller caller, String id) {
        accessScope.requireVerified(caller);
        authority.require(ACTION, caller, Subject.of(id));
    }

    private void requireDecided(Instant at) {
        Decision.require("/decidedAt", at, Instant.EPOCH, clock.instant());
    }

    private void requireToCome(String pointer, LocalDate day) {
        var tomorrow = Hanoi.today(clock).plusDays(1);
        if (day.isBefore(tomorrow)) {
            throw Refusal.invalid(pointer, "day-too-early", Map.of("from", tomorrow));
        }
    }

    private void requireFunction(AuthorityRule rule) {
        var function = rule.functionId();
        if (function != null && registers.find(FunctionRegisters.FUNCTIONS, function).isEmpty()) {
            throw Refusal.invalid("/functionId", "function-unknown", Map.of("id", function));
        }
    }

    private void enter(AuthorityRule rule, LocalDate from, Caller caller) {
        registers.enter(
                AuthorityRegister.RULES,
                List.of(rule),
                each -> Happened.byPost(caller.post().postId(), Hanoi.startOf(from)));
    }
}
