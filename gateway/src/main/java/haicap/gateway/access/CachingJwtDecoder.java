package haicap.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import haicap.gateway.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks tokens by their signature and the {@link TokenRules}. A caller shows the same token with
 * every request, so one that was found good is remembered for a minute, at most until it expires;
 * the services check it again anyhow.
 */
@Component
final class CachingJwtDecoder implements ReactiveJwtDecoder {

    private static final Logger log = LoggerFactory.getLogger(CachingJwtDecoder.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();
    private final NimbusReactiveJwtDecoder check;

    CachingJwtDecoder(IssuerKeys keys, TokenSettings settings) {
        this.check = new NimbusReactiveJwtDecoder(new Signatures(keys, settings));
        this.check.setJwtValidator(new TokenRules(settings).all());
    }

    @Override
    public Mono<Jwt> decode(String token) {
        var seen = good.getIfPresent(token);
        return seen != null && isAlive(seen)
                ? Mono.just(seen)
                : check.decode(token)
                        .doOnNext(found -> good.put(token, found))
                        .onErrorMap(
                                CachingJwtDecoder::saysNothingOfTheToken,
                                CachingJwtDecoder::noKeys);
    }

    private static boolean saysNothingOfTheToken(Throwable failure) {
        return !(failure instanceof BadJwtException);
    }

    private static Refusal noKeys(Throwable cause) {
        log.warn("the issuer's keys cannot be had: {}", cause.toString());
        return Refusal.unavailable("keys-unavailable", Map.of(), SOON);
    }

    private static boolean isAlive(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && Instant.now().isBefore(end);
    }
}
