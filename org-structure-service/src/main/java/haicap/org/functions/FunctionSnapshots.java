package haicap.org.functions;

import haicap.org.registers.Registers;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Functions and who performs them can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class FunctionSnapshots {

    @Bean
    AnnouncedKind announcedFunctions(Registers registers) {
        return registers.announced(FunctionRegisters.FUNCTIONS);
    }

    @Bean
    AnnouncedKind announcedFunctionHolders(Registers registers) {
        return registers.announced(FunctionRegisters.HOLDERS);
    }
}
