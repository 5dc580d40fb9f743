package haicap.local.identity;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The gateway's own pages as a client: they have no secret, so they prove by PKCE that who asked
 * for the code takes the token. Their users are the demo clients.
 */
final class WallClient {

    static final String ID = "wall-web";

    /** The wall, and what tells the documents' page of its sign-in. */
    private static final List<String> PAGES = List.of("/", "/docs/oauth2-redirect.html");

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

    /** On the machine itself the pages are also opened by number. */
    private static List<String> pages(String address) {
        return Stream.of(address, address.replace("//localhost:", "//127.0.0.1:"))
                .distinct()
                .flatMap(place -> PAGES.stream().map(place::concat))
                .toList();
    }
}
