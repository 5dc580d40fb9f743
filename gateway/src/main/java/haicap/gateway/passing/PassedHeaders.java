package haicap.gateway.passing;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the part hears besides the caller's own headers: the trace, and where the request came from.
 * What a trusted proxy says of that is believed, of the addresses only the client's goes on; nobody
 * else's claims are. Cookies are the business of the sign-in only.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class PassedHeaders implements HttpHeadersFilter {

    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private final Callers callers;

    PassedHeaders(Callers callers) {
        this.callers = callers;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var headers = new HttpHeaders();
        headers.addAll(input);
        headers.set(Trace.HEADER, Trace.of(exchange).traceparent());
        // the gateway itself tells a waiting caller to continue
        headers.remove(HttpHeaders.EXPECT);
        if (request.getPath().value().startsWith("/api/")) {
            headers.remove(HttpHeaders.COOKIE);
        }
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            // whatever a part may send after the headers, nobody else finds it on this connection
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        headers.set(Callers.FORWARDED_FOR, callers.addressOf(request));
        headers.set(PROTO, told(request, PROTO, request.getURI().getScheme()));
        headers.set(HOST, told(request, HOST, request.getURI().getAuthority()));
        return headers;
    }

    private String told(ServerHttpRequest request, String name, String seen) {
        var told = request.getHeaders().getFirst(name);
        return told != null && callers.comesFromProxy(request) ? told : seen;
    }
}
