package haicap.gateway.limits;

import static org.springframework.cloud.gateway.filter.NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;

import haicap.gateway.limits.LimitSettings.Streams;
import haicap.gateway.problems.Refusal;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** So many streams at a time for one caller; a person needs fewer than a machine. */
final class StreamLimit implements GatewayFilter, Ordered {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private final Streams limit;

    StreamLimit(Streams limit) {
        this.limit = limit;
    }

    /** Around the writing of the response, so that it counts for as long as the stream lasts. */
    @Override
    public int getOrder() {
        return WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal().flatMap(caller -> counted(caller, chain.filter(exchange)));
    }

    private Mono<Void> counted(Principal caller, Mono<Void> stream) {
        var name = caller.getName();
        if (open.merge(name, 1, Integer::sum) > allowed(caller)) {
            closed(name);
            return Mono.error(Refusal.tooMany("too-many-streams", LATER));
        }
        return stream.doFinally(end -> closed(name));
    }

    private void closed(String caller) {
        open.computeIfPresent(caller, (name, streams) -> streams == 1 ? null : streams - 1);
    }

    private int allowed(Principal caller) {
        return caller instanceof JwtAuthenticationToken token
                        && token.getToken().hasClaim(limit.personClaim())
                ? limit.perPerson()
                : limit.perMachine();
    }
}
