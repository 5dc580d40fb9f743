package haicap.gateway.outages;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/** Requests that change nothing, so that they may be given less time, and be asked again. */
final class SafeMethods {

    private static final Set<HttpMethod> METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SafeMethods() {}

    static boolean asks(ServerWebExchange exchange) {
        return METHODS.contains(exchange.getRequest().getMethod());
    }
}
