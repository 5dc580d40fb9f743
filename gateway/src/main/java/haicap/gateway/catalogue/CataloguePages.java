package haicap.gateway.catalogue;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import haicap.gateway.problems.Refusal;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /problems} and {@code /problems/{code}}, open to everybody. */
@Configuration(proxyBeanMethods = false)
class CataloguePages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    RouterFunction<ServerResponse> problemPages(Catalogue catalogue) {
        return RouterFunctions.nest(
                methods(HttpMethod.GET, HttpMethod.HEAD),
                RouterFunctions.route()
                        .route(path("/problems"), request -> page(Page.of(catalogue)))
                        .route(path("/problems/catalogue.css"), request -> style())
                        .route(path("/problems/{code}"), request -> entry(catalogue, request))
                        .build());
    }

    private static Mono<ServerResponse> entry(Catalogue catalogue, ServerRequest request) {
        return catalogue
                .of(request.pathVariable("code"))
                .map(entry -> page(Page.of(entry)))
                .orElseGet(() ->
                        Mono.error(Refusal.of(404, "http-404", Map.of("path", request.path()))));
    }

    private static Mono<ServerResponse> page(String html) {
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .bodyValue(html);
    }

    private static Mono<ServerResponse> style() {
        return ServerResponse.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .bodyValue(new ClassPathResource("catalogue/catalogue.css"));
    }
}
