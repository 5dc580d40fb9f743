package haicap.gateway.passing;

import io.netty.util.NetUtil;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who asks: the subject of the token, or the client's network where there is none. Behind proxies
 * that we trust the client is the last one of {@code X-Forwarded-For} that is none of them: what
 * stands before it may be anybody's invention. Safe for all threads.
 */
@Component
public final class Callers {

    static final String FORWARDED_FOR = "X-Forwarded-For";

    private final @Nullable Pattern trusted;

    Callers(@Value("${spring.cloud.gateway.server.webflux.trusted-proxies:}") String trusted) {
        this.trusted = trusted.isBlank() ? null : Pattern.compile(trusted);
    }

    /** Whom limits go by. */
    public Mono<String> nameOf(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .switchIfEmpty(Mono.fromSupplier(() -> networkOf(exchange)));
    }

    /** Whom limits go by who has shown no token. */
    public String networkOf(ServerWebExchange exchange) {
        return ClientNetwork.of(addressOf(exchange.getRequest())).name();
    }

    /** Where the request began. */
    String addressOf(ServerHttpRequest request) {
        var client = peer(request);
        for (var claimed : request.getHeaders().getValuesAsList(FORWARDED_FOR).reversed()) {
            var address = NetUtil.createInetAddressFromIpAddressString(claimed);
            if (address == null || !isTrusted(client)) {
                break;
            }
            client = address.getHostAddress();
        }
        return client;
    }

    /** Whether the other end of the connection may tell us where requests began. */
    boolean comesFromProxy(ServerHttpRequest request) {
        return isTrusted(peer(request));
    }

    private static String peer(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    private boolean isTrusted(String address) {
        return trusted != null && trusted.matcher(address).matches();
    }
}
