package haicap.gateway.outages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * What may be held against an instance. Failures that the gateway saw itself: no connection, or no
 * answer in time. And the instance's own word that it failed, but of each caller's only once in a
 * while: who has found a request at which it fails is not to shut it to everybody by repeating it.
 */
final class Evidence {

    private static final Set<Object> FAILURES = Set.of(500, 502, 504);
    private static final int CALLERS = 10_000;
    private static final Duration ONCE = Duration.ofMinutes(1);

    private final Cache<String, Boolean> heard =
            Caffeine.newBuilder().maximumSize(CALLERS).expireAfterWrite(ONCE).build();

    static boolean isFailure(Object status) {
        return FAILURES.contains(status);
    }

    /** What else goes wrong on the way is the client's doing or ours. */
    static boolean isOfThePart(Throwable failure) {
        return failure instanceof IOException || failure instanceof TimeoutException;
    }

    /** Lets an answer count, unless it is a failure of which this caller has told already. */
    Mono<Integer> counted(Mono<Integer> call, String caller) {
        return call.flatMap(status ->
                isFailure(status) && heard.asMap().putIfAbsent(caller, true) != null
                        ? Mono.error(new HeardAlready(status))
                        : Mono.just(status));
    }

    /** The answer that did not count. */
    static Mono<Integer> passed(Mono<Integer> call) {
        return call.onErrorResume(HeardAlready.class, heard -> Mono.just(heard.status));
    }

    private static final class HeardAlready extends RuntimeException {

        private final int status;

        HeardAlready(int status) {
            super("heard already", null, false, false);
            this.status = status;
        }
    }
}
