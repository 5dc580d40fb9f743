package haicap.platform.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/** Every service checks every token itself; refusals are problem details here, too. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final int KEYS_ANSWER_MILLIS = 5_000;
    private static final Duration KEYS_SERVE = Duration.ofMinutes(15);
    private static final Duration KEYS_SERVE_IN_AN_OUTAGE = Duration.ofHours(12);

    /**
     * What operators ask is open, at their own port: the same path at the port of callers is one of
     * those that need a token, and leads nowhere.
     */
    @Bean
    SecurityFilterChain security(HttpSecurity http, Refusals refusals) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(EndpointRequest.toAnyEndpoint())
                                .permitAll()
                                .requestMatchers("/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {})
                                .authenticationEntryPoint(refusals)
                                .withObjectPostProcessor(answering(refusals)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusals))
                .build();
    }

    /**
     * Requests are measured once, as a whole; observing every filter costs more than the filters
     * do.
     */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** An issuer that is away is a refusal like others, not a failure of this service. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(
            Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                var handler = new AuthenticationEntryPointFailureHandler(refusals);
                handler.setRethrowAuthenticationServiceException(false);
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    /** Keys are kept through an outage of the issuer: who holds a valid token is not stopped. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${haicap.access.issuer}") String issuer,
            @Value("${haicap.access.jwks-uri}") URI jwks)
            throws MalformedURLException {
        var keys =
                JWKSourceBuilder.<SecurityContext>create(
                                jwks.toURL(),
                                new DefaultResourceRetriever(
                                        KEYS_ANSWER_MILLIS, KEYS_ANSWER_MILLIS))
                        .cache(KEYS_SERVE.toMillis(), 2 * KEYS_ANSWER_MILLIS)
                        .outageTolerant(KEYS_SERVE_IN_AN_OUTAGE.toMillis())
                        .rateLimited(false)
                        .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
        return new RememberedTokens(decoder, Clock.systemUTC());
    }
}
