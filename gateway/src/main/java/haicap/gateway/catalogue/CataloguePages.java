package haicap.gateway.catalogue;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import haicap.gateway.pages.PublicFile;
import haicap.gateway.problems.Catalogue;
import haicap.gateway.problems.Refusal;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /problems} and {@code /problems/{code}}, open to everybody. */
@Configuration(proxyBeanMethods = false)
class CataloguePages {

    @Bean
    RouterFunction<ServerResponse> problemPages(Catalogue catalogue) {
        var style = PublicFile.read("catalogue/catalogue.css");
        return RouterFunctions.nest(
                methods(HttpMethod.GET, HttpMethod.HEAD),
                RouterFunctions.route()
                        .route(
                                path("/problems"),
                                request -> PublicFile.page(Page.of(catalogue)).answer())
                        .route(path("/problems/catalogue.css"), request -> style.answer())
                        .route(path("/problems/{code}"), request -> entry(catalogue, request))
                        .build());
    }

    private static Mono<ServerResponse> entry(Catalogue catalogue, ServerRequest request) {
        return catalogue
                .of(request.pathVariable("code"))
                .map(entry -> PublicFile.page(Page.of(entry)).answer())
                .orElseGet(() ->
                        Mono.error(Refusal.of(404, "http-404", Map.of("path", request.path()))));
    }
}
