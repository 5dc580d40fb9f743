package haicap.gateway.status;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import haicap.gateway.pages.PublicFile;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /status}, open to everybody: however many look, the parts are asked every two seconds. */
@Configuration(proxyBeanMethods = false)
class StatusRoutes {

    private static final Duration TRUE_FOR = Duration.ofSeconds(2);

    @Bean
    RouterFunction<ServerResponse> statusPage(LookAtParts parts) {
        var page =
                parts.look()
                        .map(now -> PublicFile.page(StatusPage.of(now, Instant.now())).ofNow())
                        .cache(TRUE_FOR);
        return RouterFunctions.nest(
                methods(HttpMethod.GET, HttpMethod.HEAD),
                RouterFunctions.route()
                        .route(path("/status"), request -> page.flatMap(PublicFile::answer))
                        .build());
    }
}
