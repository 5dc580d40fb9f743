package haicap.platform.peers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
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
 * Calls to other services, with this service's own token, a time limit and a breaker for each
 * instance; never through the gateway. Failures are thrown as they come: the caller says what they
 * mean. Safe for all threads.
 */
@Component
public class Peers {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final PeerSettings settings;
    private final ServiceToken token;
    private final JdkClientHttpRequestFactory requests;
    private final Map<URI, CircuitBreaker> breakers = new ConcurrentHashMap<>();

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
     * Asks a part: its instances one after the other, until one answers.
     *
     * @param part its name: org-structure, case, inspection, reporting
     * @param call what to ask; its answer must not be null
     */
    public <T> T call(String part, Function<RestClient, @Nullable T> call) {
        RuntimeException failure = new IllegalStateException(part + " has no instance");
        for (var instance : settings.instances(part)) {
            try {
                return breaker(instance).executeSupplier(() -> withToken(instance, call));
            } catch (HttpClientErrorException e) {
                throw e; // that was an answer
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private <T> T withToken(URI instance, Function<RestClient, @Nullable T> call) {
        try {
            return answer(instance, call);
        } catch (HttpClientErrorException.Unauthorized e) {
            token.forget();
            return answer(instance, call);
        }
    }

    private <T> T answer(URI instance, Function<RestClient, @Nullable T> call) {
        return Objects.requireNonNull(
                call.apply(client(instance)), () -> instance + " answered nothing");
    }

    private RestClient client(URI instance) {
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(instance)
                .defaultHeaders(headers -> headers.setBearerAuth(token.value()))
                .build();
    }

    private CircuitBreaker breaker(URI instance) {
        return breakers.computeIfAbsent(
                instance,
                address ->
                        CircuitBreaker.of(
                                address.toString(),
                                CircuitBreakerConfig.custom()
                                        .slidingWindowSize(10)
                                        .minimumNumberOfCalls(5)
                                        .waitDurationInOpenState(Duration.ofSeconds(2))
                                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                        .ignoreExceptions(HttpClientErrorException.class)
                                        .build()));
    }
}
