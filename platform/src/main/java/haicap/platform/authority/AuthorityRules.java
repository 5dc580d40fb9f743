package haicap.platform.authority;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import haicap.platform.authority.Ruling.Condition;
import haicap.platform.authority.Ruling.Condition.Kind;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.AuthorityRule.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The answer that rules give to a question; pure. */
public final class AuthorityRules {

    private AuthorityRules() {}

    /**
     * Who fulfils a rule that forbids may not; who fulfils one that allows may; nobody else may. A
     * refusal names the rule that came nearest, and the first of its conditions that is not
     * fulfilled.
     *
     * @param rules of any action and any day
     * @param day on which it is decided
     */
    public static Ruling decide(
            Collection<AuthorityRule> rules, AuthorityQuestion question, LocalDate day) {
        var about =
                rules.stream()
                        .filter(rule -> rule.action().equals(question.action()))
                        .filter(rule -> rule.inForceOn(day))
                        .sorted(
                                comparing(AuthorityRule::effect)
                                        .reversed()
                                        .thenComparing(AuthorityRule::id))
                        .toList();
        for (var rule : about) {
            if (unmet(rule, question).isEmpty()) {
                return new Ruling(question, rule.effect() == Effect.ALLOW, rule, null);
            }
        }
        return about.stream()
                .filter(rule -> rule.effect() == Effect.ALLOW)
                .min(comparingInt(rule -> distance(unmet(rule, question))))
                .map(rule -> new Ruling(question, false, rule, unmet(rule, question).getFirst()))
                .orElseGet(() -> new Ruling(question, false, null, null));
    }

    /** A rule for other titles is farther off than any for this one, then one for other units. */
    private static int distance(List<Condition> unmet) {
        return unmet.stream()
                .mapToInt(condition ->
                        switch (condition.kind()) {
                            case TITLE -> 100;
                            case FUNCTION -> 10;
                            case POST_FIELD, SEVERITY, GRADE, REQUIRES, EXCLUDES -> 1;
                        })
                .sum();
    }

    private static List<Condition> unmet(AuthorityRule rule, AuthorityQuestion question) {
        var unmet = new ArrayList<Condition>();
        if (!rule.titles().isEmpty() && !rule.titles().contains(question.title())) {
            unmet.add(new Condition(Kind.TITLE, names(rule.titles())));
        }
        if (rule.postField() != null && !rule.postField().equals(question.postField())) {
            unmet.add(new Condition(Kind.POST_FIELD, rule.postField()));
        }
        if (rule.functionId() != null && !question.functions().contains(rule.functionId())) {
            unmet.add(new Condition(Kind.FUNCTION, rule.functionId()));
        }
        new TreeSet<>(rule.excludes())
                .stream()
                        .filter(question.relations()::contains)
                        .forEach(each -> unmet.add(new Condition(Kind.EXCLUDES, each.name())));
        new TreeSet<>(rule.requires())
                .stream()
                        .filter(each -> !question.relations().contains(each))
                        .forEach(each -> unmet.add(new Condition(Kind.REQUIRES, each.name())));
        if (!rule.severities().isEmpty()
                && (question.severity() == null
                        || !rule.severities().contains(question.severity()))) {
            unmet.add(new Condition(Kind.SEVERITY, names(rule.severities())));
        }
        if (!rule.grades().isEmpty()
                && (question.grade() == null || !rule.grades().contains(question.grade()))) {
            unmet.add(new Condition(Kind.GRADE, names(rule.grades())));
        }
        return unmet;
    }

    private static String names(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }
}
