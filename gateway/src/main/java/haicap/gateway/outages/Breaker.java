package haicap.gateway.outages;

import haicap.gateway.passing.Callers;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Turns, breaker and time limit of one instance on one route. The limit runs from the turn on; who
 * did not get one is no evidence for the breaker.
 *
 * <p>Used directly, not through Spring Cloud's breaker filter: that one throws away the answer of a
 * part when its status counts as a failure, and lets only 25 calls through at once.
 */
record Breaker(
        Bulkhead bulkhead,
        CircuitBreaker breaker,
        Evidence evidence,
        Callers callers,
        Duration readLimit,
        Duration writeLimit)
        implements Pods.Place {

    @Override
    public void begin() {
        breaker.reset();
    }

    @Override
    public Mono<Integer> around(Mono<Integer> call, ServerWebExchange exchange, boolean mayWait) {
        var limited = call.timeout(SafeMethods.asks(exchange) ? readLimit : writeLimit);
        return bulkhead.of(
                callers.nameOf(exchange)
                        .flatMap(caller -> evidence.counted(limited, caller))
                        .transformDeferred(CircuitBreakerOperator.of(breaker))
                        .transform(Evidence::passed),
                mayWait);
    }
}
