package haicap.gateway.outages;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * So many calls of an instance at a time. Those that come meanwhile wait for their turn, in order
 * and not for long: so a burst, or the crowd that knocks at a part which has just come back, is
 * served as fast as the part can serve.
 */
final class Bulkhead {

    private final InstrumentedPool<Object> bulkhead;
    private final int atOnce;
    private final Duration patience;

    Bulkhead(String name, OutageSettings settings, MeterRegistry metrics) {
        this.atOnce = settings.atOnce();
        this.patience = settings.patience();
        this.bulkhead =
                PoolBuilder.from(Mono.fromSupplier(Object::new))
                        .sizeBetween(0, atOnce)
                        .maxPendingAcquire(settings.waiting())
                        .buildPool();
        Gauge.builder("haicap.gateway.calls", bulkhead, pool -> pool.metrics().acquiredSize())
                .description("Calls of an instance that are under way")
                .tag("name", name)
                .register(metrics);
        Gauge.builder(
                        "haicap.gateway.waiting",
                        bulkhead,
                        pool -> pool.metrics().pendingAcquireSize())
                .description("Calls that wait for their turn")
                .tag("name", name)
                .register(metrics);
    }

    /**
     * Makes the call when it is its turn; {@link BulkheadFull} when it does not come.
     *
     * @param mayWait whether it waits at all
     */
    <T> Mono<T> of(Mono<T> call, boolean mayWait) {
        return Mono.defer(() ->
                mayWait || bulkhead.metrics().acquiredSize() < atOnce
                        ? Mono.usingWhen(turn(), turn -> call, PooledRef::release)
                        : Mono.error(new BulkheadFull()));
    }

    private Mono<PooledRef<Object>> turn() {
        return bulkhead.acquire(patience)
                .onErrorMap(PoolAcquireTimeoutException.class, late -> new BulkheadFull())
                .onErrorMap(PoolAcquirePendingLimitException.class, full -> new BulkheadFull());
    }
}
