package haicap.platform.peers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Calls to other services, with this service's own token, a time limit and a breaker per peer;
 * never through the gateway. Failures are thrown as they come: the caller says what they mean. Safe
 * for all threads.
 */
@Component
public class Peers {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final PeerSettings settings;
    private final ServiceToken token;
    private final JdkClientHttpRequestFactory requests;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    Peers(PeerSettings settings) {
        this.settings = settings;
        this.requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(CONNECT_WITHIN)
                                .build());
        requests.setReadTimeout(ANSWER_WITHIN);
        this.token =
                new ServiceToken(settings, RestClient.builder().requestFactory(requests).build());
    }

    /**
     * Calls a part.
     *
     * @param part its name: org-structure, case, inspection, reporting
     * @param call what to ask; its answer must not be null
     */
    public <T> T call(String part, Function<RestClient, @Nullable T> call) {
        return breaker(part).executeSupplier(() -> withToken(part, call));
    }

    private <T> T withToken(String part, Function<RestClient, @Nullable T> call) {
        try {
            return answer(part, call);
        } catch (HttpClientErrorException.Unauthorized e) {
            token.forget();
            return answer(part, call);
        }
    }

    private <T> T answer(String part, Function<RestClient, @Nullable T> call) {
        return Objects.requireNonNull(call.apply(client(part)), () -> part + " answered nothing");
    }

    private RestClient client(String part) {
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.url(part))
                .defaultHeaders(headers -> headers.setBearerAuth(token.value()))
                .build();
    }

    private CircuitBreaker breaker(String part) {
        return breakers.computeIfAbsent(
                part,
                name ->
                        CircuitBreaker.of(
                                name,
                                CircuitBreakerConfig.custom()
                                        .slidingWindowSize(10)
                                        .minimumNumberOfCalls(5)
                                        .waitDurationInOpenState(Duration.ofSeconds(2))
                                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                        .ignoreExceptions(HttpClientErrorException.class)
                                        .build()));
    }
}
