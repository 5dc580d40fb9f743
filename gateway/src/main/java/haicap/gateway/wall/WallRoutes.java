package haicap.gateway.wall;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The page at {@code /}, which browsers ask for anew each time; its files, whose addresses name the
 * build and which browsers keep for ever; and what the page has to know about this place.
 */
@Configuration(proxyBeanMethods = false)
class WallRoutes {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private record Place(String build, SignIn signIn) {}

    private final WallFiles files;
    private final SignIn signIn;

    WallRoutes(WallFiles files, SignIn signIn) {
        this.files = files;
        this.signIn = signIn;
    }

    @Bean
    RouterFunction<ServerResponse> wall() {
        return RouterFunctions.nest(
                methods(HttpMethod.GET, HttpMethod.HEAD),
                RouterFunctions.route()
                        .route(path("/"), this::page)
                        .route(path("/wall/config.json"), this::place)
                        .route(path("/wall/{build}/{file}"), this::file)
                        .build());
    }

    private Mono<ServerResponse> page(ServerRequest request) {
        var etag = '"' + files.build() + '"';
        if (request.headers().header(HttpHeaders.IF_NONE_MATCH).contains(etag)) {
            return ServerResponse.status(304).headers(this::guard).eTag(etag).build();
        }
        return files.start()
                .content()
                .in(
                        ServerResponse.ok()
                                .headers(this::guard)
                                .eTag(etag)
                                .cacheControl(CacheControl.noCache())
                                .contentType(files.start().type()));
    }

    private Mono<ServerResponse> place(ServerRequest request) {
        return ServerResponse.ok()
                .headers(this::guard)
                .cacheControl(CacheControl.noStore())
                .bodyValue(new Place(files.build(), signIn));
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        var file = files.named(request.pathVariable("file"));
        return file == null || !request.pathVariable("build").equals(files.build())
                ? ServerResponse.notFound().headers(this::guard).build()
                : file.content()
                        .in(
                                ServerResponse.ok()
                                        .headers(this::guard)
                                        .cacheControl(FOR_EVER)
                                        .contentType(file.type()));
    }

    /** Nothing from elsewhere runs here, and nobody frames us. */
    private void guard(HttpHeaders headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
                        + signIn.origins()
                        + "; img-src 'self' data:; font-src 'none'; manifest-src 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self)");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
