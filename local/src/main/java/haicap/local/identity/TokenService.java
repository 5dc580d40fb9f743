package haicap.local.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** What the identity serves: tokens, its keys, its description, its health; nothing else. */
@Configuration(proxyBeanMethods = false)
class TokenService {

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.tokenEndpoint(
                    tokens -> tokens.accessTokenRequestConverter(new AllScopesUnlessAsked()));
            server.oidc(withDefaults());
        });
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain rest(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    @Bean
    AuthorizationServerSettings addresses(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentitySettings settings)
            throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(SigningKey.in(settings.secrets()));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return context -> {
            var claims = context.getClaims();
            claims.claim("scope", String.join(" ", context.getAuthorizedScopes()));
            var officer = Registration.officerOf(context.getRegisteredClient());
            if (officer != null) {
                claims.claim("officer", officer);
            }
        };
    }

    @Bean
    OAuth2AuthorizationService issued() {
        return new ForgottenAuthorizations();
    }

    @Bean
    PlainSecrets secretEncoder() {
        return new PlainSecrets();
    }
}
