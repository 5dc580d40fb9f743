package haicap.local.identity;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for a token: an officer, known by a service number, or a system with scopes. */
record Client(String id, String secret, @Nullable String officer, Set<String> scopes) {

    private static final String OFFICER = "haicap.officer";
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    static @Nullable String officerOf(RegisteredClient client) {
        return client.getClientSettings().getSetting(OFFICER);
    }

    RegisteredClient registered() {
        var settings = ClientSettings.builder();
        if (officer != null) {
            settings.setting(OFFICER, officer);
        }
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .clientSettings(settings.build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
                .build();
    }
}
