package haicap.gateway.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The limits of connections.
 *
 * @param inAll open at a time
 * @param perAddress open at a time from one address; proxies in front need as many as there are in
 *     all
 * @param headWithin from the first byte of a request to the end of its headers; also for what is
 *     left of a body when the request has been answered
 * @param takenWithin how long a client may take less than it should
 * @param leastTaken what it should take of its answers each second, while any is left
 */
@ConfigurationProperties("haicap.connections")
record ConnectionSettings(
        int inAll, int perAddress, Duration headWithin, Duration takenWithin, DataSize leastTaken) {

    ConnectionSettings {
        if (perAddress < 1 || inAll < perAddress) {
            throw new IllegalArgumentException(
                    "connections need 1 <= per-address <= in-all: " + perAddress + ", " + inAll);
        }
    }
}
