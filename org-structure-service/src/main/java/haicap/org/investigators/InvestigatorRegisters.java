package haicap.org.investigators;

import haicap.org.registers.Register;
import haicap.org.registers.Registers;
import haicap.platform.orgcopy.Investigator;
import haicap.platform.orgcopy.InvestigatorAssignment;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registers of investigators and of their assignments. */
@Configuration(proxyBeanMethods = false)
class InvestigatorRegisters {

    static final Register<Investigator> INVESTIGATORS =
            new Register<>(Investigator.class, Investigator::id, investigator -> "hanoi");

    static final Register<InvestigatorAssignment> ASSIGNMENTS =
            new Register<>(
                    InvestigatorAssignment.class,
                    InvestigatorAssignment::id,
                    InvestigatorAssignment::unitId);

    @Bean
    AnnouncedKind announcedInvestigators(Registers registers) {
        return registers.announced(INVESTIGATORS);
    }

    @Bean
    AnnouncedKind announcedInvestigatorAssignments(Registers registers) {
        return registers.announced(ASSIGNMENTS);
    }
}
