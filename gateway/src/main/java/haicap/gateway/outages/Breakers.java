package haicap.gateway.outages;

import haicap.gateway.problems.Refusal;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;

/**
 * One breaker and one bulkhead for each route. What counts against a part: no connection, no answer
 * in time, and the answers 500, 502 and 504. A part's own 503 is an answer, not a failure: it
 * refuses one kind of work and may well do others.
 */
@Component
public final class Breakers {

    private static final Set<Integer> FAILURES = Set.of(500, 502, 504);

    private final CircuitBreakerRegistry registry;
    private final BulkheadRegistry bulkheads;
    private final OutageSettings settings;

    Breakers(OutageSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.registry =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(settings.window())
                                .minimumNumberOfCalls(settings.fewest())
                                .failureRateThreshold(settings.failureRate())
                                .waitDurationInOpenState(settings.rest())
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .permittedNumberOfCallsInHalfOpenState(settings.fewest())
                                .maxWaitDurationInHalfOpenState(settings.rest())
                                .ignoreExceptions(Refusal.class)
                                .recordResult(status -> FAILURES.contains(status))
                                .build());
        this.bulkheads =
                BulkheadRegistry.of(
                        BulkheadConfig.custom().maxConcurrentCalls(settings.atOnce()).build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(metrics);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(metrics);
    }

    /** For routes whose part answers at once. */
    public GatewayFilter quick(String route) {
        return breaker(route, settings.readLimit(), settings.writeLimit());
    }

    /** For routes whose part has long work to do. */
    public GatewayFilter patient(String route) {
        return breaker(route, settings.patientLimit(), settings.patientLimit());
    }

    private Breaker breaker(String route, Duration readLimit, Duration writeLimit) {
        return new Breaker(
                bulkheads.bulkhead(route), registry.circuitBreaker(route), readLimit, writeLimit);
    }
}
