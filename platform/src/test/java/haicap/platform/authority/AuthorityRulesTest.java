package haicap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.orgcopy.AuthorityRule.Effect;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules answer, whatever they are about. */
class AuthorityRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static AuthorityRule rule(
            String id, Effect effect, Set<Relation> requires, @Nullable LocalDate until) {
        return new AuthorityRule(
                id,
                "thing.deed",
                effect,
                Set.of(Title.COMMUNE_CHIEF),
                null,
                null,
                requires,
                Set.of(),
                Set.of(),
                Set.of(),
                LocalDate.of(2025, 7, 1),
                until,
                "Article",
                "Quy tắc",
                "Rule",
                "TO_CONFIRM");
    }

    private static Ruling asked(Title title, Set<Relation> relations, AuthorityRule... rules) {
        var question =
                new AuthorityQuestion("thing.deed", title, null, Set.of(), relations, null, null);
        return AuthorityRules.decide(List.of(rules), question, DAY);
    }

    @Test
    void whoFulfilsARuleMay() {
        var ruling = asked(Title.COMMUNE_CHIEF, Set.of(), rule("A", Effect.ALLOW, Set.of(), null));
        assertThat(ruling.allowed()).isTrue();
        assertThat(ruling.rule()).extracting("id").isEqualTo("A");
    }

    @Test
    void aRuleThatForbidsStandsBeforeAllThatAllow() {
        var ruling =
                asked(
                        Title.COMMUNE_CHIEF,
                        Set.of(Relation.ACTING),
                        rule("A", Effect.ALLOW, Set.of(), null),
                        rule("F", Effect.FORBID, Set.of(Relation.ACTING), null));
        assertThat(ruling.allowed()).isFalse();
        assertThat(ruling.rule()).extracting("id").isEqualTo("F");
        assertThat(ruling.unmet()).isNull();
    }

    @Test
    void whatIsForbiddenToOthersIsNotForbidden() {
        var ruling =
                asked(
                        Title.COMMUNE_CHIEF,
                        Set.of(),
                        rule("A", Effect.ALLOW, Set.of(), null),
                        rule("F", Effect.FORBID, Set.of(Relation.ACTING), null));
        assertThat(ruling.allowed()).isTrue();
    }

    @Test
    void aRefusalNamesTheNearestRuleAndItsFirstCondition() {
        var ruling =
                asked(
                        Title.COMMUNE_CHIEF,
                        Set.of(Relation.CUSTODIAN),
                        rule(
                                "FAR",
                                Effect.ALLOW,
                                Set.of(Relation.LEADER, Relation.ASSIGNED, Relation.OWN_AREA),
                                null),
                        rule(
                                "NEAR",
                                Effect.ALLOW,
                                Set.of(Relation.CUSTODIAN, Relation.ASSIGNED),
                                null));
        assertThat(ruling.rule()).extracting("id").isEqualTo("NEAR");
        assertThat(ruling.unmet()).hasToString("REQUIRES ASSIGNED");
    }

    @Test
    void aRuleHoldsOnItsDaysOnly() {
        assertThat(
                        asked(Title.COMMUNE_CHIEF, Set.of(), rule("A", Effect.ALLOW, Set.of(), DAY))
                                .allowed())
                .isFalse();
        assertThat(
                        asked(
                                        Title.COMMUNE_CHIEF,
                                        Set.of(),
                                        rule("A", Effect.ALLOW, Set.of(), DAY.plusDays(1)))
                                .allowed())
                .isTrue();
    }

    @Test
    void whereNoRuleIsAboutItNobodyMay() {
        var ruling = asked(Title.CITY_DIRECTOR, Set.of());
        assertThat(ruling.allowed()).isFalse();
        assertThat(ruling.rule()).isNull();
    }
}
