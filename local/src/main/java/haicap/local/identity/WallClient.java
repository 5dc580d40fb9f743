package haicap.local.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The wall as a client: it has no secret, so it proves by PKCE that who asked for the code takes
 * the token. Its users are the demo clients.
 */
final class WallClient {

    static final String ID = "wall-web";

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private WallClient() {}

    static RegisteredClient registered(String address) {
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(all -> all.addAll(pages(address)))
                .scope(OidcScopes.OPENID)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(
                        TokenSettings.builder()
                                .authorizationCodeTimeToLive(CODE_LIFE)
                                .accessTokenTimeToLive(Registration.TOKEN_LIFE)
                                .build())
                .build();
    }

    /** On the machine itself the wall is also opened by number. */
    private static List<String> pages(String address) {
        return List.of(address + "/", address.replace("//localhost:", "//127.0.0.1:") + "/")
                .stream()
                .distinct()
                .toList();
    }
}
