package haicap.gateway.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * Which signed tokens are good: an access token of our issuer, for us, in time, of an officer or of
 * a registered system. Every service has the same rules; {@code docs/access.md} lists them and
 * {@code GoodTokensTest} tries each at every door.
 */
final class TokenRules {

    /** What only ID tokens have (OpenID Connect Core, 2 and 3.3.2.11). */
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    private final TokenSettings settings;

    TokenRules(TokenSettings settings) {
        this.settings = settings;
    }

    OAuth2TokenValidator<Jwt> all() {
        var time = new JwtTimestampValidator(settings.leeway());
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(settings.issuer()),
                rule("aud", this::isForUs),
                rule("sub", TokenRules::hasSubject),
                rule("typ", this::isAccessToken),
                rule("client", this::hasKnownBearer));
    }

    private boolean isForUs(Jwt token) {
        var audience = token.getAudience();
        return audience != null && audience.contains(settings.audience());
    }

    private static boolean hasSubject(Jwt token) {
        var subject = token.getSubject();
        return subject != null && !subject.isBlank();
    }

    /** RFC 9068 names its kind; a plain JWT must be like an access token and unlike an ID token. */
    private boolean isAccessToken(Jwt token) {
        return switch (kind(token)) {
            case "at+jwt", "application/at+jwt" -> true;
            case "jwt" ->
                    OF_ID_TOKENS.stream().noneMatch(token::hasClaim)
                            && settings.tellsItsGrant(token);
            case null, default -> false;
        };
    }

    private static @Nullable String kind(Jwt token) {
        return token.getHeaders().get("typ") instanceof String kind
                ? kind.toLowerCase(Locale.ROOT)
                : null;
    }

    private boolean hasKnownBearer(Jwt token) {
        return settings.officer(token) != null || settings.isSystem(token);
    }

    private static OAuth2TokenValidator<Jwt> rule(String about, Predicate<Jwt> rule) {
        var refused =
                OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, about, null));
        return token -> rule.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }
}
