package haicap.gateway.limits;

import haicap.gateway.limits.LimitSettings.Body;
import haicap.gateway.passing.Callers;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a body whole before anything is passed on: a caller who sends slowly, or leaves in the
 * middle, holds nothing but the own connection and a share of the budget. Each piece is copied: one
 * that came alone would hold a buffer of many times its size.
 */
final class WholeBody implements GatewayFilter {

    private final int limit;
    private final Duration within;
    private final BodyBudget budget;
    private final Callers callers;

    WholeBody(Body limits, BodyBudget budget, Callers callers) {
        this.limit = Math.toIntExact(limits.most().toBytes());
        this.within = limits.within();
        this.budget = budget;
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Bodies.requireNoLonger(exchange.getRequest(), limit);
        return Bodies.isThere(exchange.getRequest())
                ? callers.nameOf(exchange).flatMap(caller -> read(exchange, chain, caller))
                : chain.filter(exchange);
    }

    private Mono<Void> read(ServerWebExchange exchange, GatewayFilterChain chain, String caller) {
        return Mono.using(
                () -> new Share(budget, caller),
                share ->
                        collected(exchange, share)
                                .map(body ->
                                        exchange.mutate().request(new Read(exchange, body)).build())
                                .flatMap(chain::filter),
                Share::giveBack);
    }

    private Mono<byte[]> collected(ServerWebExchange exchange, Share share) {
        return exchange.getRequest()
                .getBody()
                .collect(ByteArrayOutputStream::new, (body, piece) -> add(body, piece, share))
                .timeout(within)
                .onErrorMap(Bodies::refusal)
                .map(ByteArrayOutputStream::toByteArray);
    }

    private void add(ByteArrayOutputStream body, DataBuffer piece, Share share) {
        try {
            var bytes = new byte[piece.readableByteCount()];
            if (body.size() + bytes.length > limit) {
                throw Bodies.tooLarge(limit);
            }
            share.take(bytes.length);
            piece.read(bytes);
            body.writeBytes(bytes);
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    private static final class Read extends ServerHttpRequestDecorator {

        private final DataBufferFactory buffers;
        private final byte[] body;

        Read(ServerWebExchange exchange, byte[] body) {
            super(exchange.getRequest());
            this.buffers = exchange.getResponse().bufferFactory();
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> Flux.just(buffers.wrap(body)));
        }
    }
}
