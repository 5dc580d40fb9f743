package haicap.platform.dryrun;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.authority.AuthorityRules;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.AuthorityRule.Effect;
import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Fault;
import haicap.platform.problems.Refusal;
import haicap.platform.texts.Text;
import haicap.platform.time.Hanoi;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts the decisions of some time to other rules; changes nothing. */
@RestController
@RequestMapping("/api/v1/${haicap.service}/authority-dry-runs")
class AuthorityDryRunController {

    private static final int LISTED_AT_MOST = 1_000;
    private static final int DAYS_AT_MOST = 366;
    private static final String RULE_ID = "PROPOSED";

    /** A rule as it might be. */
    record ProposedRule(
            @NotNull Effect effect,
            @Nullable Set<@NotNull Title> titles,
            @Nullable @Text(max = 40) String postField,
            @Nullable @Text(max = 80) String functionId,
            @Nullable Set<@NotNull Relation> requires,
            @Nullable Set<@NotNull Relation> excludes,
            @Nullable Set<@NotNull @Text(max = 40) String> severities,
            @Nullable Set<@NotNull Grade> grades) {

        AuthorityRule of(String action) {
            return new AuthorityRule(
                    RULE_ID,
                    action,
                    effect,
                    or(titles),
                    postField,
                    functionId,
                    or(requires),
                    or(excludes),
                    or(severities),
                    or(grades),
                    LocalDate.EPOCH,
                    null,
                    RULE_ID,
                    RULE_ID,
                    RULE_ID,
                    RULE_ID);
        }

        private static <V> Set<V> or(@Nullable Set<V> values) {
            return Objects.requireNonNullElse(values, Set.of());
        }
    }

    /**
     * Which decisions are put to which rules.
     *
     * @param action of the rules, such as {@code crime-report.extension}
     * @param rule that would be there, too; null for none
     * @param without ids of rules that would not be there
     * @param from first day; null for a month before {@code to}
     * @param to last day; null for today
     */
    record DryRunRequest(
            @NotNull @Text(max = 100) String action,
            @Nullable @Valid ProposedRule rule,
            @Nullable Set<@NotNull @Text(max = 80) String> without,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * What would have been refused.
     *
     * @param decisions how many of that action were taken in the time
     * @param refused how many of them would have been refused
     * @param items these, the first one first, a thousand at most
     */
    @TellsOf(Matter.RECORD)
    record DryRun(
            String action,
            LocalDate from,
            LocalDate to,
            int decisions,
            int refused,
            List<RefusedDecision> items) {}

    private final DecisionsByRule decisions;
    private final Organisation organisation;
    private final Clock clock;

    AuthorityDryRunController(DecisionsByRule decisions, Organisation organisation, Clock clock) {
        this.decisions = decisions;
        this.organisation = organisation;
        this.clock = clock;
    }

    @PostMapping
    @OpenTo(
            titles = {Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR},
            refusal = "dry-run-by-command")
    DryRun dryRun(@Valid @RequestBody DryRunRequest request, Caller caller) {
        var to = Objects.requireNonNullElseGet(request.to(), () -> Hanoi.today(clock));
        var from = Objects.requireNonNullElseGet(request.from(), () -> to.minusMonths(1));
        requireTime(from, to);
        requireAction(request.action());
        var put = new Put(rules(request));
        decisions.each(
                request.action(), Hanoi.startOf(from), Hanoi.startOf(to.plusDays(1)), put::look);
        return new DryRun(request.action(), from, to, put.decisions, put.refused, put.items);
    }

    private void requireAction(String action) {
        if (organisation.rules().stream().noneMatch(rule -> rule.action().equals(action))) {
            throw Refusal.malformed("/action", "action-unknown", Map.of("action", action));
        }
    }

    private static void requireTime(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(DAYS_AT_MOST).isBefore(to)) {
            var bounds = Map.of("days", DAYS_AT_MOST);
            throw Refusal.malformed(
                    List.of(
                            new Fault("/from", "dry-run-days", bounds),
                            new Fault("/to", "dry-run-days", bounds)));
        }
    }

    private List<AuthorityRule> rules(DryRunRequest request) {
        var gone = Objects.requireNonNullElse(request.without(), Set.<String>of());
        var known = organisation.rules();
        for (var id : gone) {
            if (known.stream().noneMatch(rule -> rule.id().equals(id))) {
                throw Refusal.malformed("/without", "authority-rule-unknown", Map.of("id", id));
            }
        }
        return Stream.concat(
                        known.stream().filter(rule -> !gone.contains(rule.id())),
                        Stream.ofNullable(request.rule()).map(rule -> rule.of(request.action())))
                .toList();
    }

    /** The decisions that were looked at. */
    private static final class Put {

        private final List<AuthorityRule> rules;
        private final List<RefusedDecision> items = new ArrayList<>();
        private int decisions;
        private int refused;

        Put(List<AuthorityRule> rules) {
            this.rules = rules;
        }

        void look(DecisionsByRule.Taken taken) {
            decisions++;
            var ruling =
                    AuthorityRules.decide(rules, taken.question(), Hanoi.dayOf(taken.recordedAt()));
            if (ruling.allowed()) {
                return;
            }
            refused++;
            if (items.size() < LISTED_AT_MOST) {
                items.add(
                        new RefusedDecision(
                                taken.recordId(),
                                taken.number(),
                                taken.version(),
                                taken.question().action(),
                                taken.recordedAt(),
                                taken.byPost(),
                                taken.decisionNumber(),
                                taken.rule(),
                                ruling.rule() == null ? null : ruling.rule().id(),
                                ruling.unmet() == null ? null : ruling.unmet().toString()));
            }
        }
    }
}
