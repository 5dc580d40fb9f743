package haicap.gateway.problems;

import java.util.Map;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Paths and headers that only an attacker or a broken client sends. */
@Component
final class RejectedRequests implements ServerExchangeRejectedHandler {

    private final Problems problems;

    RejectedRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException why) {
        return problems.answer(exchange, Refusal.of(400, "malformed-request", Map.of()));
    }
}
