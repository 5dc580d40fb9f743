package haicap.platform.threads;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Beats are few and have threads of their own: the common ones are sometimes all taken by what is
 * worked off, half a minute at a time, or by who waits for another part.
 */
@Configuration(proxyBeanMethods = false)
class BeatsConfiguration {

    private static final int AT_ONCE = 3;

    /** Nobody's choice who does not name it: all else goes on the common schedule. */
    @Bean(name = Beats.THREADS, defaultCandidate = false)
    static ThreadPoolTaskScheduler beats() {
        var beats = new ThreadPoolTaskScheduler();
        beats.setPoolSize(AT_ONCE);
        beats.setThreadNamePrefix("beat-");
        beats.setDaemon(true);
        return beats;
    }
}
