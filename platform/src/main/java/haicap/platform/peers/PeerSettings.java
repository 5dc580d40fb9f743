package haicap.platform.peers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other parts are, and as whom this service calls them.
 *
 * @param tokenUri token endpoint of the issuer
 * @param clientId this service's own client
 * @param clientSecret its secret
 * @param urls base addresses of each part, one for each of its instances
 */
@ConfigurationProperties("haicap.peers")
record PeerSettings(
        URI tokenUri, String clientId, String clientSecret, Map<String, List<URI>> urls) {

    List<URI> instances(String part) {
        return Objects.requireNonNull(urls.get(part), () -> "no address of " + part);
    }
}
