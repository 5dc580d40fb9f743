package haicap.gateway.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/**
 * Pages of which other addresses may call the API from a browser; nobody's unless told.
 *
 * @param allowed whole origins, {@code https://map.example}; no patterns
 */
@ConfigurationProperties("haicap.origins")
record OriginSettings(@DefaultValue List<String> allowed) {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT");
    private static final List<String> SENT =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Accept-Language",
                    "Idempotency-Key",
                    "If-Match",
                    "If-None-Match",
                    "Acting-Post",
                    "Last-Event-ID");
    private static final List<String> SHOWN =
            List.of("ETag", "Location", "Link", "Retry-After", "Content-Disposition");
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Without credentials of the browser's own: a token is sent by the page that has it. */
    UrlBasedCorsConfigurationSource source() {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(allowed);
        rules.setAllowedMethods(METHODS);
        rules.setAllowedHeaders(SENT);
        rules.setExposedHeaders(SHOWN);
        rules.setMaxAge(REMEMBERED);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", rules);
        return source;
    }
}
