package haicap.platform.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import haicap.platform.problems.Problems;
import haicap.platform.problems.Refusal;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Every service checks every token itself; refusals are problem details here, too. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration KEYS_SERVE = Duration.ofMinutes(15);
    private static final Duration KEYS_SERVE_IN_AN_OUTAGE = Duration.ofHours(12);

    @Bean
    SecurityFilterChain security(HttpSecurity http, Problems problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/actuator/**", "/internal/status", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> {})
                                .authenticationEntryPoint((request, response, e) -> {
                                    response.setHeader("WWW-Authenticate", "Bearer");
                                    problems.write(
                                            Refusal.of(401, "unauthenticated", Map.of()),
                                            request,
                                            response);
                                }))
                .exceptionHandling(handling ->
                        handling.accessDeniedHandler((request, response, e) ->
                                problems.write(
                                        Refusal.forbidden("not-allowed", Map.of()),
                                        request,
                                        response)))
                .build();
    }

    /** Keys are kept through an outage of the issuer: who holds a valid token is not stopped. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${haicap.access.issuer}") String issuer,
            @Value("${haicap.access.jwks-uri}") URI jwks)
            throws MalformedURLException {
        var keys =
                JWKSourceBuilder.<SecurityContext>create(jwks.toURL())
                        .cache(KEYS_SERVE.toMillis(), Duration.ofSeconds(15).toMillis())
                        .outageTolerant(KEYS_SERVE_IN_AN_OUTAGE.toMillis())
                        .rateLimited(Duration.ofSeconds(1).toMillis())
                        .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
        return decoder;
    }
}
