package haicap.gateway;

import haicap.gateway.limits.Limits;
import haicap.gateway.outages.Breakers;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;

/** What each kind of request passes, in this order, before it reaches its part. */
@Component
final class Checks {

    private final Limits limits;
    private final Breakers breakers;

    Checks(Limits limits, Breakers breakers) {
        this.limits = limits;
        this.breakers = breakers;
    }

    List<GatewayFilter> ofRequests(String route, List<URI> instances) {
        return List.of(limits.perCaller(), limits.body(), breakers.quick(route, instances));
    }

    List<GatewayFilter> ofSlowRequests(String route, List<URI> instances) {
        return List.of(limits.perCaller(), limits.body(), breakers.patient(route, instances));
    }

    List<GatewayFilter> ofImports(String route, List<URI> instances) {
        return List.of(limits.perCaller(), limits.importBody(), breakers.patient(route, instances));
    }

    List<GatewayFilter> ofStreams(List<URI> instances) {
        return List.of(
                limits.openStreams(),
                limits.perCaller(),
                limits.body(),
                breakers.endless(instances));
    }

    List<GatewayFilter> ofTokens(String route, List<URI> instances) {
        return List.of(limits.perAddress(), limits.openBody(), breakers.quick(route, instances));
    }

    List<GatewayFilter> ofOpen(String route, List<URI> instances) {
        return List.of(limits.openBody(), breakers.quick(route, instances));
    }
}
