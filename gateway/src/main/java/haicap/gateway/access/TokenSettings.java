package haicap.gateway.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are good; any OpenID Connect issuer will do.
 *
 * @param issuer the {@code iss} of every token
 * @param jwks where the issuer shows its public keys
 */
@ConfigurationProperties("haicap.tokens")
record TokenSettings(String issuer, URI jwks) {}
