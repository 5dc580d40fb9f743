package haicap.gateway.limits;

import static java.nio.file.StandardOpenOption.WRITE;

import haicap.gateway.limits.LimitSettings.ImportBody;
import haicap.gateway.passing.Callers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lays a large body on disk as it comes, and passes it on when it is whole: a caller who sends
 * slowly, or leaves in the middle, holds no part and no memory, and a body that broke off is never
 * taken for a whole one. Refuses those that are too long, too slow, or too many.
 */
final class FileBody implements GatewayFilter {

    private static final int PIECE = 16 * 1024;

    private final ImportBody limits;
    private final Places places;
    private final Callers callers;

    FileBody(ImportBody limits, Callers callers) {
        this.limits = limits;
        this.places = new Places(limits.inAll(), limits.perCaller());
        this.callers = callers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Bodies.requireNoLonger(exchange.getRequest(), limits.most().toBytes());
        return Bodies.isThere(exchange.getRequest())
                ? callers.nameOf(exchange).flatMap(caller -> placed(exchange, chain, caller))
                : chain.filter(exchange);
    }

    private Mono<Void> placed(ServerWebExchange exchange, GatewayFilterChain chain, String caller) {
        return Mono.using(
                () -> places.take(caller), place -> filed(exchange, chain), Places.Place::leave);
    }

    private Mono<Void> filed(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.usingWhen(
                onDisk(FileBody::empty),
                file ->
                        received(exchange, file)
                                .then(Mono.fromCallable(() -> Files.size(file)))
                                .flatMap(length ->
                                        chain.filter(
                                                exchange.mutate()
                                                        .request(new Filed(exchange, file, length))
                                                        .build())),
                file -> onDisk(() -> Files.deleteIfExists(file)));
    }

    private Mono<Void> received(ServerWebExchange exchange, Path file) {
        var pace = new Pace(limits);
        return DataBufferUtils.write(
                exchange.getRequest()
                        .getBody()
                        .timeout(limits.pause())
                        .doOnNext(piece -> pace.passes(piece.readableByteCount()))
                        .onErrorMap(Bodies::refusal),
                file,
                WRITE);
    }

    private static Path empty() throws IOException {
        return Files.createTempFile("haicap-import-", ".body");
    }

    private static <T> Mono<T> onDisk(java.util.concurrent.Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static final class Filed extends ServerHttpRequestDecorator {

        private final ServerWebExchange exchange;
        private final Path file;
        private final HttpHeaders headers = new HttpHeaders();

        Filed(ServerWebExchange exchange, Path file, long length) {
            super(exchange.getRequest());
            this.exchange = exchange;
            this.file = file;
            headers.addAll(exchange.getRequest().getHeaders());
            headers.remove(HttpHeaders.TRANSFER_ENCODING);
            headers.setContentLength(length);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return DataBufferUtils.read(file, exchange.getResponse().bufferFactory(), PIECE);
        }
    }
}
