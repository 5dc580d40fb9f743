package haicap.gateway.passing;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the part hears besides the caller's own headers: the trace, and where the request came from.
 * Claims of origin by callers who are not trusted proxies have been removed before; in their place
 * stands what the connection shows.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class PassedHeaders implements HttpHeadersFilter {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        headers.addAll(input);
        headers.set(Trace.HEADER, Trace.of(exchange).traceparent());
        // the gateway itself tells a waiting caller to continue
        headers.remove(HttpHeaders.EXPECT);
        if (!headers.containsHeader(FORWARDED_FOR)) {
            var request = exchange.getRequest();
            headers.set(FORWARDED_FOR, address(request.getRemoteAddress()));
            headers.set("X-Forwarded-Proto", request.getURI().getScheme());
            headers.set("X-Forwarded-Host", request.getURI().getAuthority());
        }
        return headers;
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null ? "unknown" : remote.getAddress().getHostAddress();
    }
}
