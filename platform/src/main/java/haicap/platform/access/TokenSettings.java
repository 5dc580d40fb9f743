package haicap.platform.access;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whose tokens are good and what they say of their bearer. Any issuer of OAuth 2 access tokens as
 * JWT will do; the gateway has the same settings under {@code haicap.tokens}.
 *
 * @param issuer the {@code iss} of every token
 * @param jwksUri where the issuer shows its public keys
 * @param audience what {@code aud} must name
 * @param algorithms by which tokens are signed
 * @param leeway by how much clocks may differ
 * @param officerClaim holds the service number of an officer
 * @param scopesClaim holds the scopes of a system, as one text or as a list
 * @param clientClaim holds the client that asked for the token
 * @param systemClaim is true where the issuer itself says that the client is a system
 * @param systems the clients that are systems, whatever the token says
 */
@ConfigurationProperties("haicap.access")
record TokenSettings(
        String issuer,
        URI jwksUri,
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
                    "haicap.access.algorithms are some of " + ASYMMETRIC + ", not " + algorithms);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("haicap.access.audience names nobody");
        }
    }

    URL keys() {
        try {
            return jwksUri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("haicap.access.jwks-uri: " + jwksUri, e);
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

    /** RFC 9068 writes one text; some issuers write a list. */
    Set<String> scopes(Jwt token) {
        Object scope = token.getClaim(scopesClaim);
        var words =
                scope instanceof List<?> list
                        ? list.stream().map(String::valueOf)
                        : Arrays.stream(
                                scope instanceof String text ? text.split(" ") : new String[0]);
        return words.filter(word -> !word.isBlank()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the token says who asked for it or for what, as no ID token does. */
    boolean tellsItsGrant(Jwt token) {
        return text(token, clientClaim) != null || token.hasClaim(scopesClaim);
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaim(claim) instanceof String text && !text.isBlank() ? text : null;
    }
}
