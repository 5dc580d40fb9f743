package haicap.org.authority;

import haicap.org.registers.Register;
import haicap.org.registers.Registers;
import haicap.platform.orgcopy.AuthorityRule;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of rules of authority. */
@Configuration(proxyBeanMethods = false)
class AuthorityRegister {

    /** In capitals, so that no rule is called as a unit, a post or a function is. */
    static final String ID = "[A-Z][A-Z0-9_]{2,79}";

    static final Register<AuthorityRule> RULES =
            new Register<>(AuthorityRule.class, AuthorityRule::id, rule -> "hanoi");

    @Bean
    AnnouncedKind announcedAuthorityRules(Registers registers) {
        return registers.announced(RULES);
    }
}
