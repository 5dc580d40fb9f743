package haicap.gateway.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The limits of connections.
 *
 * @param inAll open at a time
 * @param perAddress open at a time from one address; proxies in front need as many as there are in
 *     all
 * @param headWithin from the first byte of a request to the end of its headers
 */
@ConfigurationProperties("haicap.connections")
record ConnectionSettings(int inAll, int perAddress, Duration headWithin) {

    ConnectionSettings {
        if (perAddress < 1 || inAll < perAddress) {
            throw new IllegalArgumentException(
                    "connections need 1 <= per-address <= in-all: " + perAddress + ", " + inAll);
        }
    }
}
