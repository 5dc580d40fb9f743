package haicap.gateway.outages;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances that stand behind a part's {@link Addresses} now, names looked up each second: each
 * has a breaker and turns of its own. Who is new takes the place of one who has left, so that there
 * are no more breakers than there ever were pods at a time. Safe for all threads.
 */
final class Pods implements Supplier<List<Instance>>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Pods.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** What guards the calls of one instance. */
    interface Place extends Instance.Guard {

        /** Another process than before answers here. */
        void begin();
    }

    private final List<URI> addresses;
    private final IntFunction<Place> make;
    private final Addresses.Names names;
    private final List<Place> places = new ArrayList<>();
    private final Map<URI, Integer> taken = new LinkedHashMap<>();
    private final Thread looking;
    private volatile List<Instance> now = List.of();

    Pods(List<URI> addresses, IntFunction<Place> make) {
        this(addresses, make, Addresses.DNS);
    }

    Pods(List<URI> addresses, IntFunction<Place> make, Addresses.Names names) {
        this.addresses = List.copyOf(addresses);
        this.make = make;
        this.names = names;
        look();
        var byName = addresses.stream().anyMatch(Addresses::isByName);
        this.looking = Thread.ofVirtual().name("pods").unstarted(this::keepLooking);
        if (byName) {
            looking.start();
        }
    }

    @Override
    public List<Instance> get() {
        return now;
    }

    private void keepLooking() {
        try {
            while (true) {
                Thread.sleep(LOOK_AGAIN);
                lookWhateverHappens();
            }
        } catch (InterruptedException e) {
            log.debug("nobody asks for {} any more", addresses);
        }
    }

    private void lookWhateverHappens() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("{} means what it meant before", addresses, e);
        }
    }

    /** A name that cannot be looked up means what it meant before. */
    synchronized void look() {
        Set<URI> found;
        try {
            found = Addresses.now(addresses, names);
        } catch (UnknownHostException e) {
            log.debug("{} is not known now", e.getMessage());
            return;
        }
        if (found.equals(taken.keySet())) {
            return;
        }
        taken.keySet().retainAll(found);
        found.stream().filter(each -> !taken.containsKey(each)).forEach(this::admit);
        now =
                taken.entrySet().stream()
                        .map(each -> new Instance(each.getKey(), places.get(each.getValue())))
                        .toList();
    }

    private void admit(URI address) {
        var free =
                IntStream.range(0, places.size())
                        .filter(each -> !taken.containsValue(each))
                        .findFirst()
                        .orElse(places.size());
        if (free == places.size()) {
            places.add(make.apply(free));
        } else {
            places.get(free).begin();
        }
        taken.put(address, free);
    }

    /** Whether there is one at most, ever. */
    static boolean areOne(List<URI> addresses) {
        return addresses.size() == 1 && !Addresses.isByName(addresses.getFirst());
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
