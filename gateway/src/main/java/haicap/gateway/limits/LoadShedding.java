package haicap.gateway.limits;

import haicap.gateway.problems.Problems;
import haicap.gateway.problems.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
 * missed its beat for too long, and not for the first time: one that stood still once, as
 * everything on a machine may, has no more to do than before.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoadShedding implements WebFilter, NettyServerCustomizer {

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration LATER = Duration.ofSeconds(5);

    /** When a thread came round, and whether that was late. */
    private record Beat(long nanos, boolean isLate) {}

    private final Set<EventLoop> beating = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Beat> lastBeat =
            ThreadLocal.withInitial(() -> new Beat(System.nanoTime(), false));
    private final Duration mostBehind;
    private final Problems problems;
    private final Counter refused;

    LoadShedding(LimitSettings limits, Problems problems, MeterRegistry metrics) {
        this.mostBehind = limits.behind();
        this.problems = problems;
        this.refused =
                Counter.builder("haicap.gateway.shed")
                        .description("Requests refused because the gateway itself was behind")
                        .register(metrics);
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) -> beat(channel.eventLoop()));
    }

    private void beat(EventLoop loop) {
        if (beating.add(loop)) {
            loop.scheduleWithFixedDelay(
                    () -> lastBeat.set(new Beat(System.nanoTime(), isLate())),
                    0,
                    BEAT.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isBehind() || isOfOperators(exchange)) {
            return chain.filter(exchange);
        }
        refused.increment();
        return problems.answer(
                exchange, Refusal.unavailable("part-busy", Map.of("part", "gateway"), LATER));
    }

    private boolean isBehind() {
        return lastBeat.get().isLate() && isLate();
    }

    private boolean isLate() {
        return System.nanoTime() - lastBeat.get().nanos() > mostBehind.toNanos();
    }

    /** A gateway that has much to do is not for that to be ended, or lost from sight. */
    private static boolean isOfOperators(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/actuator/");
    }
}
