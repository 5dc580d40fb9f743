package haicap.gateway.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The issuer's public keys. Kept for as long as the issuer is away, so that its outage stops nobody
 * who holds a token; looked up again in the background when they have grown old, and at once, but
 * seldom, for a token whose key is not among them.
 */
@Component
final class IssuerKeys {

    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Duration SELDOM = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Mono<JWKSet> lookup;
    private volatile JWKSet known = new JWKSet();
    private volatile Instant readAt = Instant.MIN;

    IssuerKeys(TokenSettings settings) {
        this.lookup =
                WebClient.create()
                        .get()
                        .uri(settings.jwks())
                        .retrieve()
                        .bodyToMono(String.class)
                        .timeout(LIMIT)
                        .map(IssuerKeys::parse)
                        .doOnNext(this::keep)
                        .cache(found -> SELDOM, failure -> SOON, () -> SOON);
    }

    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        lookup.onErrorComplete().subscribe();
    }

    Flux<JWK> of(SignedJWT token) {
        var wanted = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        var found = wanted.select(known);
        if (found.isEmpty()) {
            return lookup.flatMapIterable(wanted::select);
        }
        if (readAt.isBefore(Instant.now().minus(OLD))) {
            readAhead();
        }
        return Flux.fromIterable(found);
    }

    private void keep(JWKSet keys) {
        known = keys;
        readAt = Instant.now();
    }

    private static JWKSet parse(String keys) {
        try {
            return JWKSet.parse(keys);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the issuer's keys cannot be read", e);
        }
    }
}
