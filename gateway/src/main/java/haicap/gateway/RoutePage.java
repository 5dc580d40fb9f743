package haicap.gateway;

import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;

/** Collects routes of the few kinds that there are; each kind has its own checks. */
final class RoutePage {

    private final RouteLocatorBuilder.Builder routes;
    private final Checks checks;

    RoutePage(RouteLocatorBuilder locator, Checks checks) {
        this.routes = locator.routes();
        this.checks = checks;
    }

    /** Questions and orders that are answered at once. */
    Kind requests(String id, URI part) {
        return new Kind(id, part, checks.ofRequests(id));
    }

    /** Questions that a part has to work on for some seconds. */
    Kind slowRequests(String id, URI part) {
        return new Kind(id, part, checks.ofSlowRequests(id));
    }

    /** Files, passed on while they come in. */
    Kind imports(String id, URI part) {
        return new Kind(id, part, checks.ofImports(id));
    }

    /** Server-sent events: no time limit and no breaker. */
    Kind streams(String id, URI part) {
        return new Kind(id, part, checks.ofStreams());
    }

    /** The door where callers who have no token yet ask for one. */
    Kind tokens(String id, URI part) {
        return new Kind(id, part, checks.ofTokens(id));
    }

    /** What everybody may read without a token. */
    Kind open(String id, URI part) {
        return new Kind(id, part, checks.ofOpen(id));
    }

    RouteLocator build() {
        return routes.build();
    }

    /** A route that still lacks its paths. */
    final class Kind {

        private final String id;
        private final URI part;
        private final List<GatewayFilter> checks;

        private Kind(String id, URI part, List<GatewayFilter> checks) {
            this.id = id;
            this.part = part;
            this.checks = checks;
        }

        void at(String... paths) {
            routes.route(id, route -> route.path(paths).filters(f -> f.filters(checks)).uri(part));
        }
    }
}
