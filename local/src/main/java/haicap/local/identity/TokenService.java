package haicap.local.identity;

import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;

/** What the identity serves: tokens, the page to sign in, its keys, its health; nothing else. */
@Configuration(proxyBeanMethods = false)
class TokenService {

    private static final String STRICT =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

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
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain rest(HttpSecurity http) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/actuator/health/**", "/login", "/login/style.css")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(logout ->
                        logout.logoutUrl("/logout")
                                .logoutSuccessHandler(
                                        new HttpStatusReturningLogoutSuccessHandler(
                                                HttpStatus.NO_CONTENT)))
                // the session's cookie does not come with requests that other sites send
                .csrf(csrf -> csrf.ignoringRequestMatchers("/logout"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT))
                                .referrerPolicy(policy -> policy.policy(NO_REFERRER)))
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
    OAuth2AuthorizationService pending() {
        return new PendingSignIns();
    }

    @Bean
    PlainSecrets secretEncoder() {
        return new PlainSecrets();
    }
}
