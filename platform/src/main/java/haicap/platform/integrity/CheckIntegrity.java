package haicap.platform.integrity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes every check once a minute. A breach is the metric {@code haicap_integrity_breaches} and a
 * line that names the records.
 */
@Component
class CheckIntegrity {

    private static final Logger log = LoggerFactory.getLogger(CheckIntegrity.class);

    private final Map<IntegrityCheck, AtomicInteger> found = new LinkedHashMap<>();

    CheckIntegrity(List<IntegrityCheck> checks, MeterRegistry meters) {
        for (var check : checks) {
            var breaches = new AtomicInteger();
            found.put(check, breaches);
            Gauge.builder("haicap.integrity.breaches", breaches, AtomicInteger::get)
                    .description("records of which something does not hold that must")
                    .tag("check", check.name())
                    .register(meters);
        }
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void check() {
        found.forEach((check, breaches) -> {
            var ids = check.breaches();
            if (!ids.isEmpty() && breaches.get() != ids.size()) {
                log.error("integrity: {} does not hold of {}", check.name(), ids);
            }
            breaches.set(ids.size());
        });
    }
}
