package haicap.gateway.access;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whose tokens are good; any issuer of OAuth 2 access tokens as JWT will do. Every service has the
 * same settings under {@code haicap.access}.
 *
 * @param issuer the {@code iss} of every token
 * @param jwks where the issuer shows its public keys
 * @param audience what {@code aud} must name
 * @param algorithms by which tokens are signed
 * @param leeway by how much clocks may differ
 * @param officerClaim holds the service number of an officer
 * @param scopesClaim holds the scopes of a system
 * @param clientClaim holds the client that asked for the token
 * @param systemClaim is true where the issuer itself says that the client is a system
 * @param systems the clients that are systems, whatever the token says
 */
@ConfigurationProperties("haicap.tokens")
record TokenSettings(
        String issuer,
        URI jwks,
        String audience,
        Set<String> algorithms,
        Duration leeway,
        String officerClaim,
        String scopesClaim,
        String clientClaim,
        String systemClaim,
        Set<String> systems) {

    private static final Set<String> ASYMMETRIC = Set.of("RS256", "PS256", "ES256");

    TokenSettings {
        if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
            throw new IllegalArgumentException(
                    "haicap.tokens.algorithms are some of " + ASYMMETRIC + ", not " + algorithms);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("haicap.tokens.audience names nobody");
        }
    }

    Set<JWSAlgorithm> signatures() {
        return algorithms.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
    }

    /** The service number of an officer's token; null for any other. */
    @Nullable String officer(Jwt token) {
        return text(token, officerClaim);
    }

    /** Whether the client of the token is registered as a system. */
    boolean isSystem(Jwt token) {
        var client = text(token, clientClaim);
        return Boolean.TRUE.equals(token.getClaim(systemClaim))
                || client != null && systems.contains(client);
    }

    /** Whether the token says who asked for it or for what, as no ID token does. */
    boolean tellsItsGrant(Jwt token) {
        return text(token, clientClaim) != null || token.hasClaim(scopesClaim);
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaim(claim) instanceof String text && !text.isBlank() ? text : null;
    }
}
