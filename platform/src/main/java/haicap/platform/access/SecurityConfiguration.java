package haicap.platform.access;

import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
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
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/** Every service checks every token itself; refusals are problem details here, too. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final int KEYS_ANSWER_MILLIS = 2_000;

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
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable())
                                .addHeaderWriter(new Revalidated()))
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

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(TokenSettings settings) {
        var web = new DefaultResourceRetriever(KEYS_ANSWER_MILLIS, KEYS_ANSWER_MILLIS);
        return new CachingJwtDecoder(decoder(settings, web), Clock.systemUTC());
    }

    /** What is checked of each token: the signature here, everything else by the rules. */
    static JwtDecoder decoder(TokenSettings settings, ResourceRetriever web) {
        var signatures = new DefaultJWTProcessor<SecurityContext>();
        signatures.setJWSTypeVerifier((type, context) -> {});
        signatures.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        settings.signatures(), new IssuerKeys(settings.keys(), web)));
        signatures.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(signatures);
        decoder.setJwtValidator(new TokenRules(settings).all());
        return decoder;
    }
}
