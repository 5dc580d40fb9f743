package haicap.gateway;

import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every path that is open to the world: those that the parts' documents name. Any other is 404, but
 * for the wall and the documents, which the gateway serves itself.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** Absent in service: benchmarks measure against it. */
    private static final String FLOOR = "floor";

    @Bean
    RouteLocator page(RouteLocatorBuilder locator, Parts parts, Checks checks) {
        var routes = locator.routes();
        PublicAddresses.documented()
                .forEach((manner, part, patterns) ->
                        add(routes, checks, manner, part, parts.instancesOf(part), patterns));
        if (parts.has(FLOOR)) {
            var floor = parts.instancesOf(FLOOR);
            add(routes, checks, Manner.REQUESTS, FLOOR, floor, List.of("/api/v1/floor"));
        }
        return routes.build();
    }

    private static void add(
            RouteLocatorBuilder.Builder routes,
            Checks checks,
            Manner manner,
            String part,
            List<URI> instances,
            List<String> patterns) {
        var id = manner.routeTo(part);
        var passed = checks.of(manner, id, instances);
        routes.route(
                id,
                route ->
                        route.path(patterns.toArray(String[]::new))
                                .filters(filters -> filters.filters(passed))
                                .uri(instances.getFirst()));
    }
}
