package haicap.platform.time;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** Domain time, in UTC. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${haicap.clock.offset-file:}") String offsetFile) {
        return new DomainClock(offsetFile.isBlank() ? null : Path.of(offsetFile));
    }
}
