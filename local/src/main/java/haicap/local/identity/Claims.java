package haicap.local.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** A token says of its bearer the same, whether a program asked for it or a person signed in. */
@Component
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Clients clients;

    Claims(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var person = person(context);
        if (person != null && !isAccess(context)) {
            return;
        }
        var scopes = person == null ? context.getAuthorizedScopes() : person.getScopes();
        describe(context, person == null ? context.getRegisteredClient() : person, scopes);
    }

    private static void describe(
            JwtEncodingContext context, RegisteredClient bearer, Set<String> scopes) {
        var claims = context.getClaims();
        claims.claim("scope", String.join(" ", scopes));
        var officer = Registration.officerOf(bearer);
        if (officer != null) {
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

    private static boolean isAccess(JwtEncodingContext context) {
        return OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
    }
}
