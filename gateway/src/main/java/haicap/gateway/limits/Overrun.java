package haicap.gateway.limits;

import haicap.gateway.problems.Problems;
import haicap.gateway.problems.Refusal;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * Refuses requests while the gateway itself is behind: before anything is done for them, for it is
 * the doing that it has too much of. It is behind when the thread that serves a connection has
 * missed its beat for too long.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Overrun implements WebFilter, NettyServerCustomizer {

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Set<EventLoop> beating = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Long> lastBeat = ThreadLocal.withInitial(System::nanoTime);
    private final Duration mostBehind;
    private final Problems problems;

    Overrun(LimitSettings limits, Problems problems) {
        this.mostBehind = limits.behind();
        this.problems = problems;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> beat(channel.eventLoop()));
    }

    private void beat(EventLoop loop) {
        if (beating.add(loop)) {
            loop.scheduleWithFixedDelay(
                    () -> lastBeat.set(System.nanoTime()),
                    0,
                    BEAT.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return behind().compareTo(mostBehind) > 0 && !isOfOperators(exchange)
                ? problems.answer(
                        exchange,
                        Refusal.unavailable("part-busy", Map.of("part", "gateway"), LATER))
                : chain.filter(exchange);
    }

    private Duration behind() {
        return Duration.ofNanos(System.nanoTime() - lastBeat.get());
    }

    /** A gateway that has much to do is not for that to be ended, or lost from sight. */
    private static boolean isOfOperators(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/actuator/");
    }
}
