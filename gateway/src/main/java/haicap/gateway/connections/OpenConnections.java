package haicap.gateway.connections;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections are open, in all and from each address. */
final class OpenConnections {

    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final ConnectionSettings limits;

    OpenConnections(ConnectionSettings limits) {
        this.limits = limits;
    }

    /** Counts one more, unless that would be too many. */
    boolean admits(String address) {
        if (all.incrementAndGet() > limits.inAll()) {
            all.decrementAndGet();
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
            closed(address);
            return false;
        }
        return true;
    }

    void closed(String address) {
        byAddress.computeIfPresent(address, (name, open) -> open == 1 ? null : open - 1);
        all.decrementAndGet();
    }

    int count() {
        return all.get();
    }
}
