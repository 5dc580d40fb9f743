package haicap.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import reactor.core.publisher.Mono;

/** An identity part that signs tokens and shows its public keys. */
final class Issuer implements AutoCloseable {

    static final String NAME = "http://localhost:8080";

    final Part part = new Part();
    private RSAKey key = newKey();

    Issuer() {
        part.behaves((request, response) ->
                request.uri().endsWith("/oauth2/jwks")
                        ? response.sendString(Mono.just(new JWKSet(key.toPublicJWK()).toString()))
                        : Part.ECHO.apply(request, response));
    }

    void changesItsKey() {
        key = newKey();
    }

    String token(String subject) {
        return token(subject, NAME, Duration.ofHours(1));
    }

    String token(String subject, String issuer, Duration life) {
        return sign(claims(subject, issuer, life));
    }

    String officersToken(String subject) {
        return sign(
                claims(subject, NAME, Duration.ofHours(1))
                        .claim("officer", "1234")
                        .claim("system", null));
    }

    private static JWTClaimsSet.Builder claims(String subject, String issuer, Duration life) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience("haicap")
                .claim("client_id", subject)
                .claim("system", true)
                .issueTime(Date.from(now.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(now.plus(life)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        try {
            var token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .type(new JOSEObjectType("at+jwt"))
                                    .keyID(key.getKeyID())
                                    .build(),
                            claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        part.close();
    }
}
