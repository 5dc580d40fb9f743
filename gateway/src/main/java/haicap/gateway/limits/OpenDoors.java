package haicap.gateway.limits;

import haicap.gateway.passing.Callers;
import haicap.gateway.problems.Problems;
import haicap.gateway.problems.Refusal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One bucket per client's network for whatever is asked without a good token: every path that is
 * open, whoever serves it, be it there or not, and what is refused for its token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public final class OpenDoors implements WebFilter {

    static final String LIMIT = "open";

    private static final Duration REFILL = Duration.ofSeconds(1);

    private final RateLimiter<?> limiter;
    private final Callers callers;
    private final Problems problems;

    OpenDoors(RateLimiter<?> limiter, Callers callers, Problems problems) {
        this.limiter = limiter;
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getPath().value().startsWith("/api/")
                ? chain.filter(exchange)
                : limited(exchange, Mono.defer(() -> chain.filter(exchange)));
    }

    /** Answers so, unless the client has had too many such answers. */
    public Mono<Void> limited(ServerWebExchange exchange, Mono<Void> answer) {
        return limiter.isAllowed(LIMIT, LIMIT + ":" + callers.networkOf(exchange))
                .flatMap(known ->
                        known.isAllowed()
                                ? answer
                                : problems.answer(
                                        exchange, Refusal.tooMany("too-many-requests", REFILL)));
    }
}
