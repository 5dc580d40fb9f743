package haicap.platform.deadlines;

import static haicap.platform.deadlines.Terms.rule;
import static haicap.platform.deadlines.Terms.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void isInForceFromItsFirstDayUntilBeforeItsEnd() {
        var rule = version(1, "2018-01-01", "2025-07-01");

        assertThat(rule.inForceOn(LocalDate.parse("2017-12-31"))).isFalse();
        assertThat(rule.inForceOn(LocalDate.parse("2018-01-01"))).isTrue();
        assertThat(rule.inForceOn(LocalDate.parse("2025-06-30"))).isTrue();
        assertThat(rule.inForceOn(LocalDate.parse("2025-07-01"))).isFalse();
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> rule(0, TermUnit.DAY, false, Roll.NONE));
        assertThatThrownBy(() -> rule(24, TermUnit.HOUR, true, Roll.NONE));
        assertThatThrownBy(() -> rule(24, TermUnit.HOUR, false, Roll.NEXT_WORKING_DAY));
        assertThatThrownBy(() -> rule(5, TermUnit.WORKING_DAY, false, Roll.NEXT_WORKING_DAY));
        assertThatThrownBy(() -> rule(2, TermUnit.MONTH, true, Roll.NONE));
        assertThatThrownBy(() -> version(1, "2025-07-01", "2025-07-01"));
    }

    @Test
    void aConditionWantsSomeFactsAndForbidsOthers() {
        var condition = Condition.parse("commune !urgent");

        assertThat(condition.holds(Set.of("commune"))).isTrue();
        assertThat(condition.holds(Set.of("commune", "urgent"))).isFalse();
        assertThat(condition.holds(Set.of())).isFalse();
        assertThat(Condition.parse("").holds(Set.of("anything"))).isTrue();
    }
}
