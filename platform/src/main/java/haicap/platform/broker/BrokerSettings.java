package haicap.platform.broker;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the broker is reached besides its addresses: TLS, who we are, and whatever else an operator
 * finds in Kafka's documentation.
 *
 * @param client settings by Kafka's own names, for all clients; what a client needs in order to be
 *     correct it sets itself
 */
@ConfigurationProperties("haicap.broker")
record BrokerSettings(@DefaultValue Map<String, String> client) {}
