package haicap.gateway.outages;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances that stand behind a part's addresses now. {@code dns+http://case-pods:8080} stands
 * for every pod that the name has, looked up each second: each has a breaker and turns of its own.
 * Who is new takes the place of one who has left, so that there are no more breakers than there
 * ever were pods at a time. Safe for all threads.
 */
final class Pods implements Supplier<List<Instance>>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Pods.class);
    private static final String BY_NAME = "dns+";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** What guards the calls of one instance. */
    interface Place extends Instance.Guard {

        /** Another process than before answers here. */
        void begin();
    }

    /** What a name means now. */
    interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    private final List<URI> addresses;
    private final IntFunction<Place> make;
    private final Names names;
    private final List<Place> places = new ArrayList<>();
    private final Map<URI, Integer> taken = new LinkedHashMap<>();
    private final Thread looking;
    private volatile List<Instance> now = List.of();

    Pods(List<URI> addresses, IntFunction<Place> make) {
        this(addresses, make, host -> Arrays.asList(InetAddress.getAllByName(host)));
    }

    Pods(List<URI> addresses, IntFunction<Place> make, Names names) {
        this.addresses = List.copyOf(addresses);
        this.make = make;
        this.names = names;
        look();
        var byName = addresses.stream().anyMatch(Pods::isByName);
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
                look();
            }
        } catch (InterruptedException e) {
            log.debug("nobody asks for {} any more", addresses);
        }
    }

    /** A name that cannot be looked up means what it meant before. */
    synchronized void look() {
        var found = new TreeSet<URI>();
        try {
            for (var address : addresses) {
                if (isByName(address)) {
                    names.of(address.getHost()).forEach(each -> found.add(at(address, each)));
                } else {
                    found.add(address);
                }
            }
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

    private static URI at(URI address, InetAddress pod) {
        var host = pod.getHostAddress();
        return URI.create(
                "%s://%s:%d"
                        .formatted(
                                address.getScheme().substring(BY_NAME.length()),
                                host.contains(":") ? "[" + host + "]" : host,
                                address.getPort()));
    }

    /** Whether there is one at most, ever. */
    static boolean areOne(List<URI> addresses) {
        return addresses.size() == 1 && !isByName(addresses.getFirst());
    }

    private static boolean isByName(URI address) {
        return address.getScheme().startsWith(BY_NAME);
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
