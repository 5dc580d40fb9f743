package haicap.gateway.access;

import haicap.gateway.limits.OpenDoors;
import haicap.gateway.problems.Problems;
import haicap.gateway.problems.Refusal;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Under {@code /api} nobody passes without a good token; the rest is open or is not routed. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    SecurityWebFilterChain fence(
            ServerHttpSecurity http,
            ReactiveJwtDecoder tokens,
            OpenDoors doors,
            OriginSettings origins,
            Problems problems) {
        var unknownCaller = unknownCaller(doors, problems);
        return http.authorizeExchange(paths ->
                        paths.pathMatchers("/api/**").authenticated().anyExchange().permitAll())
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(unknownCaller)
                                .jwt(jwt -> jwt.jwtDecoder(tokens)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unknownCaller))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(AccessConfiguration::none)
                .csrf(CsrfSpec::disable)
                .cors(cors -> admit(cors, origins))
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    private static void admit(CorsSpec cors, OriginSettings origins) {
        if (origins.allowed().isEmpty()) {
            cors.disable();
        } else {
            cors.configurationSource(origins.source());
        }
    }

    private static void none(RequestCacheSpec cache) {
        cache.requestCache(NoOpServerRequestCache.getInstance());
    }

    private static ServerAuthenticationEntryPoint unknownCaller(
            OpenDoors doors, Problems problems) {
        return (exchange, why) ->
                doors.limited(exchange, Mono.defer(() -> refused(exchange, why, problems)));
    }

    private static Mono<Void> refused(
            ServerWebExchange exchange, AuthenticationException why, Problems problems) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge(why));
        return problems.answer(exchange, Refusal.of(401, "unauthenticated", Map.of()));
    }

    /** RFC 6750, 3: who showed no token is asked for one; who showed one hears what is wrong. */
    private static String challenge(AuthenticationException why) {
        return why instanceof OAuth2AuthenticationException refused
                ? "Bearer error=\"" + refused.getError().getErrorCode() + "\""
                : "Bearer";
    }
}
