package haicap.gateway.passing;

import io.netty.channel.ChannelOption;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.client.HttpClient;

/** Connections to the parts. */
@Component
final class Connections implements HttpClientCustomizer {

    private static final int CONNECT_MILLIS = 2_000;

    @Override
    public HttpClient customize(HttpClient client) {
        // no silent second try: a body that streams through can be sent only once
        return client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .disableRetry(true);
    }
}
