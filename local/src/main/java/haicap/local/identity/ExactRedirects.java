package haicap.local.identity;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/**
 * A code goes to a registered address, letter by letter. The framework by itself takes any port of
 * the machine's own address for registered, as RFC 8252 has it for programs without a fixed port:
 * whoever listens on one would get a code.
 */
final class ExactRedirects
        implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final OAuth2Error NOT_REGISTERED =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri", null);

    static void areRequired(List<AuthenticationProvider> providers) {
        for (var provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                codes.setAuthenticationValidator(
                        new ExactRedirects()
                                .andThen(
                                        new OAuth2AuthorizationCodeRequestAuthenticationValidator()));
            }
        }
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        var address = asked.getRedirectUri();
        if (address != null && !context.getRegisteredClient().getRedirectUris().contains(address)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(NOT_REGISTERED, null);
        }
    }
}
