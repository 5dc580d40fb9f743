package haicap.gateway.outages;

import haicap.gateway.passing.Callers;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;

/**
 * One breaker and so many turns for each instance on each route. What counts against it: no
 * connection, no answer in time, and the answers 500, 502 and 504, but one caller's only once in a
 * while ({@link Evidence}). A part's own 503 is an answer, not a failure: it refuses one kind of
 * work and may well do others.
 *
 * <p>An open breaker tries again by itself with a single call: a part that has come back serves the
 * first caller who asks after the rest, however few there are.
 */
@Component
public final class Breakers implements DisposableBean {

    private static final int ON_TRIAL = 1;

    private final CircuitBreakerRegistry registry;
    private final OutageSettings settings;
    private final Callers callers;
    private final MeterRegistry metrics;
    private final List<Pods> lookedUp = new CopyOnWriteArrayList<>();

    Breakers(OutageSettings settings, Callers callers, MeterRegistry metrics) {
        this.settings = settings;
        this.callers = callers;
        this.metrics = metrics;
        this.registry =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(settings.window())
                                .minimumNumberOfCalls(settings.fewest())
                                .failureRateThreshold(settings.failureRate())
                                .waitDurationInOpenState(settings.rest())
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .permittedNumberOfCallsInHalfOpenState(ON_TRIAL)
                                .ignoreException(failure -> !Evidence.isOfThePart(failure))
                                .recordResult(Evidence::isFailure)
                                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(metrics);
    }

    /** To parts that answer at once. */
    public GatewayFilter quick(String route, List<URI> instances) {
        return guarded(route, instances, settings.readLimit(), settings.writeLimit());
    }

    /** To parts that have long work to do. */
    public GatewayFilter patient(String route, List<URI> instances) {
        return guarded(route, instances, settings.patientLimit(), settings.patientLimit());
    }

    /** To parts that answer without an end: only the beginning has a limit. */
    public GatewayFilter endless(List<URI> instances) {
        return through(instances, place -> new HeadLimit(settings.headLimit()));
    }

    private GatewayFilter guarded(
            String route, List<URI> addresses, Duration readLimit, Duration writeLimit) {
        return through(
                addresses,
                place -> {
                    var name =
                            place == 0 && Pods.areOne(addresses)
                                    ? route
                                    : route + "-" + (place + 1);
                    return new Breaker(
                            new Bulkhead(name, settings, metrics),
                            registry.circuitBreaker(name),
                            new Evidence(),
                            callers,
                            readLimit,
                            writeLimit);
                });
    }

    private GatewayFilter through(List<URI> addresses, IntFunction<Pods.Place> place) {
        var instances = new Pods(addresses, place);
        lookedUp.add(instances);
        return new NextInstance(instances);
    }

    @Override
    public void destroy() {
        lookedUp.forEach(Pods::close);
    }
}
