package haicap.platform.peers;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Peers that a test plays. */
public final class TestPeers {

    private TestPeers() {}

    /** One part, which also gives the tokens, at {@code /token}. */
    public static Peers of(String part, URI address) {
        return new Peers(
                new PeerSettings(
                        address.resolve("/token"),
                        "service-test",
                        "secret",
                        Map.of(part, List.of(address))));
    }
}
