package haicap.gateway;

import haicap.gateway.limits.Limits;
import haicap.gateway.outages.Breakers;
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

    List<GatewayFilter> ofRequests(String route) {
        return List.of(limits.perCaller(), limits.body(), breakers.quick(route));
    }

    List<GatewayFilter> ofSlowRequests(String route) {
        return List.of(limits.perCaller(), limits.body(), breakers.patient(route));
    }

    List<GatewayFilter> ofImports(String route) {
        return List.of(limits.perCaller(), limits.importBody(), breakers.patient(route));
    }

    List<GatewayFilter> ofStreams() {
        return List.of(limits.openStreams(), limits.perCaller(), limits.body());
    }

    List<GatewayFilter> ofTokens(String route) {
        return List.of(limits.perAddress(), limits.body(), breakers.quick(route));
    }

    List<GatewayFilter> ofOpen(String route) {
        return List.of(limits.body(), breakers.quick(route));
    }
}
