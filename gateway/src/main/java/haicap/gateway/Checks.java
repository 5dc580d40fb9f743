package haicap.gateway;

import haicap.gateway.limits.Limits;
import haicap.gateway.outages.Breakers;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.stereotype.Component;

/** What a request passes, in this order, before it reaches its part, by how that is asked. */
@Component
final class Checks {

    private final Limits limits;
    private final Breakers breakers;

    Checks(Limits limits, Breakers breakers) {
        this.limits = limits;
        this.breakers = breakers;
    }

    List<GatewayFilter> of(Manner manner, String route, List<URI> instances) {
        return switch (manner) {
            case STREAMS ->
                    List.of(
                            limits.openStreams(),
                            limits.perCaller(),
                            limits.body(),
                            breakers.endless(instances));
            case IMPORTS ->
                    List.of(
                            limits.perCaller(),
                            limits.importBody(),
                            breakers.patient(route, instances));
            case SLOW ->
                    List.of(limits.perCaller(), limits.body(), breakers.patient(route, instances));
            case REQUESTS ->
                    List.of(limits.perCaller(), limits.body(), breakers.quick(route, instances));
            case SIGN_IN ->
                    List.of(
                            limits.perAddress(),
                            limits.openBody(),
                            breakers.quick(route, instances));
            case OPEN -> List.of(limits.openBody(), breakers.quick(route, instances));
        };
    }
}
