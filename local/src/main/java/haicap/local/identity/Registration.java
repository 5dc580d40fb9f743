package haicap.local.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** A client in the terms of the authorization server. */
final class Registration {

    static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private static final String OFFICER = "haicap.officer";

    private Registration() {}

    static RegisteredClient of(Client client) {
        var settings = ClientSettings.builder();
        if (client.officer() != null) {
            settings.setting(OFFICER, client.officer());
        }
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(client.scopes()))
                .clientSettings(settings.build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
                .build();
    }

    static @Nullable String officerOf(RegisteredClient client) {
        return client.getClientSettings().getSetting(OFFICER);
    }
}
