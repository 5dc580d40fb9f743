package haicap.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute, at most until it expires, that a token was found good: a caller shows the
 * same one with every request. That is shorter than the issuer's keys are kept, so a withdrawn key
 * is believed no longer than without. A token that was refused is checked anew. Safe for all
 * threads.
 */
final class CachingJwtDecoder implements JwtDecoder {

    private static final int REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();
    private final JwtDecoder check;
    private final Clock clock;

    /** Tokens expire by the real clock, not by the domain's. */
    CachingJwtDecoder(JwtDecoder check, Clock clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var seen = good.getIfPresent(token);
        if (seen != null && isAlive(seen)) {
            return seen;
        }
        var found = check.decode(token);
        good.put(token, found);
        return found;
    }

    private boolean isAlive(Jwt token) {
        var end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
