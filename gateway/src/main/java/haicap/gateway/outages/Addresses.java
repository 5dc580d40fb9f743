package haicap.gateway.outages;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a part's addresses lead now. {@code dns+http://case-pods:8080} stands for every pod that
 * the name has.
 */
public final class Addresses {

    static final Names DNS = host -> Arrays.asList(InetAddress.getAllByName(host));
    private static final String BY_NAME = "dns+";

    /** What a name means now. */
    interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    private Addresses() {}

    /**
     * The address of each instance; looking up names takes its time.
     *
     * @throws UnknownHostException when a name means nothing
     */
    public static Set<URI> now(List<URI> addresses) throws UnknownHostException {
        return now(addresses, DNS);
    }

    static Set<URI> now(List<URI> addresses, Names names) throws UnknownHostException {
        var found = new TreeSet<URI>();
        for (var address : addresses) {
            if (isByName(address)) {
                names.of(address.getHost()).forEach(each -> found.add(at(address, each)));
            } else {
                found.add(address);
            }
        }
        return found;
    }

    static boolean isByName(URI address) {
        return address.getScheme().startsWith(BY_NAME);
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
}
