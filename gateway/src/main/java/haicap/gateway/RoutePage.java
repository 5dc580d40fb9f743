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
    Kind requests(String id, List<URI> instances) {
        return new Kind(id, instances, checks.ofRequests(id, instances));
    }

    /** Questions that a part has to work on for some seconds. */
    Kind slowRequests(String id, List<URI> instances) {
        return new Kind(id, instances, checks.ofSlowRequests(id, instances));
    }

    /** Files, passed on while they come in. */
    Kind imports(String id, List<URI> instances) {
        return new Kind(id, instances, checks.ofImports(id, instances));
    }

    /** Server-sent events: a time limit for the first byte only, and no breaker. */
    Kind streams(String id, List<URI> instances) {
        return new Kind(id, instances, checks.ofStreams(instances));
    }

    /** The door where callers who have no token yet ask for one. */
    Kind tokens(String id, List<URI> instances) {
        return new Kind(id, instances, checks.ofTokens(id, instances));
    }

    /** What everybody may read without a token. */
    Kind open(String id, List<URI> instances) {
        return new Kind(id, instances, checks.ofOpen(id, instances));
    }

    RouteLocator build() {
        return routes.build();
    }

    /** A route that still lacks its paths. */
    final class Kind {

        private final String id;
        private final URI address;
        private final List<GatewayFilter> checks;

        private Kind(String id, List<URI> instances, List<GatewayFilter> checks) {
            this.id = id;
            this.address = instances.getFirst();
            this.checks = checks;
        }

        void at(String... paths) {
            routes.route(
                    id, route -> route.path(paths).filters(f -> f.filters(checks)).uri(address));
        }
    }
}
