package haicap.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.BadJwtException;
import reactor.core.publisher.Mono;

/**
 * Whether a token is signed as we accept it, by a key of the issuer. Nothing else is asked here.
 */
final class Signatures implements Converter<JWT, Mono<JWTClaimsSet>> {

    private final IssuerKeys keys;
    private final TokenSettings settings;

    Signatures(IssuerKeys keys, TokenSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public Mono<JWTClaimsSet> convert(JWT token) {
        return token instanceof SignedJWT signed
                        && settings.signatures().contains(signed.getHeader().getAlgorithm())
                ? keys.of(signed).collectList().map(found -> verified(signed, new JWKSet(found)))
                : Mono.error(new BadJwtException("not signed as it must be"));
    }

    private JWTClaimsSet verified(SignedJWT token, JWKSet found) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        settings.signatures(), new ImmutableJWKSet<>(found)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(token, null);
        } catch (BadJOSEException | JOSEException e) {
            throw new BadJwtException("not signed by the issuer", e);
        }
    }
}
