package haicap.local.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Access tokens are those of RFC 9068. A token says of its bearer the same, whether a program asked
 * for it or a person signed in. ID tokens stay as they are.
 */
@Component
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String KIND = "at+jwt";

    private final Clients clients;
    private final IdentitySettings settings;

    Claims(Clients clients, IdentitySettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        var person = person(context);
        var bearer = person == null ? context.getRegisteredClient() : person;
        var scopes = person == null ? context.getAuthorizedScopes() : person.getScopes();
        context.getJwsHeader().type(KIND);
        var claims = context.getClaims();
        claims.audience(List.of(settings.audience()));
        claims.claim("client_id", context.getRegisteredClient().getClientId());
        claims.claim("scope", String.join(" ", scopes));
        var officer = Registration.officerOf(bearer);
        if (officer == null) {
            claims.claim("system", true);
        } else {
            claims.claim("officer", officer);
        }
    }

    private @Nullable RegisteredClient person(JwtEncodingContext context) {
        var principal = context.getPrincipal();
        return principal != null
                        && WallClient.ID.equals(context.getRegisteredClient().getClientId())
                ? clients.person(principal.getName())
                : null;
    }
}
