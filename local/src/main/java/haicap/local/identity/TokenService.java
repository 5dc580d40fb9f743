package haicap.local.identity;

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
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** What the identity serves: tokens, the page to sign in, its keys, its health; nothing else. */
@Configuration(proxyBeanMethods = false)
class TokenService {

    private static final String STRICT =
            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain endpoints(HttpSecurity http) {
        http.securityMatcher(Served.ENDPOINTS)
                .oauth2AuthorizationServer(server ->
                        server.tokenEndpoint(tokens ->
                                        tokens.accessTokenRequestConverter(
                                                new AllScopesUnlessAsked()))
                                .authorizationEndpoint(people ->
                                        people.authenticationProviders(ExactRedirects::areRequired))
                                .authorizationServerMetadataEndpoint(metadata ->
                                        metadata.authorizationServerMetadataCustomizer(
                                                told -> told.claims(Served::tell)))
                                .oidc(oidc ->
                                        oidc.providerConfigurationEndpoint(metadata ->
                                                metadata.providerConfigurationCustomizer(
                                                        told -> told.claims(Served::tell)))));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new WhoAreYou()))
                .build();
    }

    /** The page to sign in and out; what is nowhere is 404, with another method 405. */
    @Bean
    @Order(2)
    SecurityFilterChain rest(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form ->
                        form.loginPage(SignInPage.PATH)
                                .successHandler(SignInPage::goOn)
                                .failureHandler(SignInPage::askAgain)
                                .permitAll())
                .logout(logout ->
                        logout.logoutUrl("/logout")
                                .logoutSuccessHandler(
                                        new HttpStatusReturningLogoutSuccessHandler(
                                                HttpStatus.NO_CONTENT)))
                // nobody has a session before signing in: its token is in a cookie, and what was
                // asked for stays in the address
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                                // the session's cookie does not come with requests of other sites,
                                // and clients that ask for tokens have no cookie at all
                                .ignoringRequestMatchers("/logout", "/oauth2/**"))
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
