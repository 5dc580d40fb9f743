package haicap.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A client that names no scope gets all of its scopes; one that names some gets those. */
final class AllScopesUnlessAsked implements AuthenticationConverter {

    private final AuthenticationConverter asked =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (asked.convert(request) instanceof OAuth2ClientCredentialsAuthenticationToken token) {
            return token.getScopes().isEmpty() ? withAllScopes(token) : token;
        }
        return null;
    }

    private static Authentication withAllScopes(OAuth2ClientCredentialsAuthenticationToken token) {
        if (token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                && client.getRegisteredClient() != null) {
            return new OAuth2ClientCredentialsAuthenticationToken(
                    client,
                    client.getRegisteredClient().getScopes(),
                    token.getAdditionalParameters());
        }
        return token;
    }
}
