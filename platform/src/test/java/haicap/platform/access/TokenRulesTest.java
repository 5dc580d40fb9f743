package haicap.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What is configured for another issuer; what holds for all stands in {@code docs/access.md}. */
class TokenRulesTest {

    private static final RSAKey RSA;
    private static final ECKey EC;

    static {
        try {
            RSA = new RSAKeyGenerator(2048).keyID("rsa").generate();
            EC = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void onlyTheConfiguredAlgorithmsAreTaken(String algorithm) throws Exception {
        var token = signed(algorithm, claims().claim("employee", "HN-1").build());

        assertThat(door(Set.of(algorithm), Set.of()).decode(token).getSubject()).isEqualTo("s");
        var others = algorithm.equals("RS256") ? Set.of("ES256", "PS256") : Set.of("RS256");
        assertThatThrownBy(() -> door(others, Set.of()).decode(token))
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void aClientIsASystemOnlyIfItIsRegistered() throws Exception {
        var machine = signed("RS256", claims().build());

        assertThatThrownBy(() -> door(Set.of("RS256"), Set.of("other")).decode(machine))
                .isInstanceOf(BadJwtException.class);
        var known = door(Set.of("RS256"), Set.of("batch")).decode(machine);

        assertThat(settings(Set.of("RS256"), Set.of("batch")).scopes(known))
                .containsExactlyInAnyOrder("audit", "feed.city");
    }

    @Test
    void aSecretSharedWithTheIssuerIsNoSignature() {
        assertThatThrownBy(() -> settings(Set.of("HS256"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JwtDecoder door(Set<String> algorithms, Set<String> systems) {
        var keys = new JWKSet(List.of(RSA, EC)).toString();
        return SecurityConfiguration.decoder(
                settings(algorithms, systems), address -> new Resource(keys, "application/json"));
    }

    /** As for an issuer that speaks of {@code azp}, {@code scp} and {@code employee}. */
    private static TokenSettings settings(Set<String> algorithms, Set<String> systems) {
        return new TokenSettings(
                "https://issuer",
                URI.create("https://issuer/keys"),
                "us",
                algorithms,
                Duration.ofSeconds(5),
                "employee",
                "scp",
                "azp",
                "is_system",
                systems);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://issuer")
                .audience("us")
                .subject("s")
                .claim("azp", "batch")
                .claim("scp", List.of("audit", "feed.city"))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(String algorithm, JWTClaimsSet claims) throws JOSEException {
        var elliptic = algorithm.startsWith("ES");
        JWSSigner signer = elliptic ? new ECDSASigner(EC) : new RSASSASigner(RSA);
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                                .type(JOSEObjectType.JWT)
                                .keyID(elliptic ? "ec" : "rsa")
                                .build(),
                        claims);
        token.sign(signer);
        return token.serialize();
    }
}
