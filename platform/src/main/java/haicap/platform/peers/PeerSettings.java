package haicap.platform.peers;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other parts are, and as whom this service calls them.
 *
 * @param tokenUri token endpoint of the issuer
 * @param clientId this service's own client
 * @param clientSecret its secret
 * @param urls base address of each part
 */
@ConfigurationProperties("haicap.peers")
record PeerSettings(URI tokenUri, String clientId, String clientSecret, Map<String, String> urls) {

    String url(String part) {
        return Objects.requireNonNull(urls.get(part), () -> "no address of " + part);
    }
}
