package haicap.org.authority;

import static java.util.Comparator.comparing;

import haicap.org.registers.Registers;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.authority.AuthorityQuestion;
import haicap.platform.authority.AuthorityRules;
import haicap.platform.authority.Ruling;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.AuthorityRule.Effect;
import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.texts.Text;
import haicap.platform.time.Hanoi;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what: the rules, what they answer, and how they are changed. */
@RestController
class AuthorityRuleController {

    /**
     * A rule that is to hold from a day to come.
     *
     * @param id in capitals, such as {@code REPORT_EXTENSION_OFFICE}; never used again
     */
    record RuleRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 80) String id,
            @NotNull @Text(max = 100) String action,
            @NotNull Effect effect,
            @Nullable Set<@NotNull Title> titles,
            @Nullable @Text(max = 40) String postField,
            @Nullable @Text(max = 80) String functionId,
            @Nullable Set<@NotNull Relation> requires,
            @Nullable Set<@NotNull Relation> excludes,
            @Nullable Set<@NotNull @Text(max = 40) String> severities,
            @Nullable Set<@NotNull Grade> grades,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotNull @Text(max = 300) String article,
            @NotNull @Text(max = 300) String titleVi,
            @NotNull @Text(max = 300) String titleEn) {

        AuthorityRule rule() {
            return new AuthorityRule(
                    id,
                    action,
                    effect,
                    or(titles),
                    postField,
                    functionId,
                    or(requires),
                    or(excludes),
                    or(severities),
                    or(grades),
                    validFrom,
                    validTo,
                    article,
                    titleVi,
                    titleEn,
                    "DECIDED");
        }

        private static <V> Set<V> or(@Nullable Set<V> values) {
            return Objects.requireNonNullElse(values, Set.of());
        }
    }

    /** From which day a rule holds no more. */
    record RuleEndingRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull LocalDate validTo) {}

    /**
     * Whether somebody may do something.
     *
     * @param rule that allows it, or that stands against it; null where no rule is about the action
     * @param condition of the rule that is not fulfilled, such as {@code EXCLUDES HANDLER}
     */
    @TellsOf(Matter.POST)
    record AuthorityAnswer(
            boolean allowed, @Nullable AuthorityRuleView rule, @Nullable String condition) {

        static AuthorityAnswer of(Ruling ruling) {
            return new AuthorityAnswer(
                    ruling.allowed(),
                    ruling.rule() == null ? null : AuthorityRuleView.of(ruling.rule()),
                    ruling.unmet() == null ? null : ruling.unmet().toString());
        }
    }

    private final Registers registers;
    private final DecideOnRules decide;
    private final Clock clock;

    AuthorityRuleController(Registers registers, DecideOnRules decide, Clock clock) {
        this.registers = registers;
        this.decide = decide;
        this.clock = clock;
    }

    @GetMapping("/api/v1/authority-rules")
    Page<AuthorityRuleView> list(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String action) {
        var day = dayOf(asOf);
        return new Page<>(
                registers.all(AuthorityRegister.RULES).values().stream()
                        .filter(rule -> rule.inForceOn(day))
                        .filter(rule -> action == null || action.equals(rule.action()))
                        .sorted(comparing(AuthorityRule::action).thenComparing(AuthorityRule::id))
                        .map(AuthorityRuleView::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/authority-rules/{id}")
    AuthorityRuleView read(@PathVariable String id) {
        return AuthorityRuleView.of(decide.find(id));
    }

    /** May somebody on such a post do that? The question is put as it would be at the deed. */
    @GetMapping("/api/v1/authority")
    AuthorityAnswer may(
            @RequestParam String action,
            @RequestParam Title title,
            @RequestParam(required = false) @Nullable String postField,
            @RequestParam(required = false) @Nullable Set<String> functionId,
            @RequestParam(required = false) @Nullable Set<Relation> relation,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable Grade grade,
            @RequestParam(required = false) @Nullable LocalDate asOf) {
        var question =
                new AuthorityQuestion(
                        action,
                        title,
                        postField,
                        Objects.requireNonNullElse(functionId, Set.of()),
                        Objects.requireNonNullElse(relation, Set.of()),
                        severity,
                        grade);
        return AuthorityAnswer.of(
                AuthorityRules.decide(
                        registers.all(AuthorityRegister.RULES).values(), question, dayOf(asOf)));
    }

    @PostMapping("/api/v1/authority-rules")
    @OpenTo(byRule = "authority-rule.decision")
    ResponseEntity<AuthorityRuleView> make(
            @Valid @RequestBody RuleRequest rule, Caller caller, WriteRequest request) {
        return decide.make(rule, caller, request).toResponse();
    }

    @PostMapping("/api/v1/authority-rules/{id}/ending")
    @OpenTo(byRule = "authority-rule.decision")
    ResponseEntity<AuthorityRuleView> end(
            @PathVariable String id,
            @Valid @RequestBody RuleEndingRequest ending,
            Caller caller,
            WriteRequest request) {
        return decide.end(id, ending, caller, request).toResponse();
    }

    private LocalDate dayOf(@Nullable LocalDate asOf) {
        return Objects.requireNonNullElseGet(asOf, () -> Hanoi.today(clock));
    }
}
