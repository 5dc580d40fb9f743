package haicap.platform.peers;

import haicap.platform.trace.Trace;
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
    private static final Duration ANSWER_AT_ONCE = Duration.ofMillis(700);

    private final PeerSettings settings;
    private final ServiceToken token;
    private final Line patient;
    private final Line quick;

    /** Calls of one kind: how long they may take, and which instances keep it. */
    private record Line(JdkClientHttpRequestFactory requests, Map<URI, CircuitBreaker> breakers) {

        static Line of(HttpClient client, Duration within) {
            var requests = new JdkClientHttpRequestFactory(client);
            requests.setReadTimeout(within);
            return new Line(requests, new ConcurrentHashMap<>());
        }
    }

    Peers(PeerSettings settings) {
        this.settings = settings;
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_WITHIN)
                        .build();
        this.patient = Line.of(client, ANSWER_WITHIN);
        this.quick = Line.of(client, ANSWER_AT_ONCE);
        this.token =
                new ServiceToken(
                        settings, RestClient.builder().requestFactory(patient.requests).build());
    }

    /**
     * Asks a part for something that it has to work on: its instances one after the other, until
     * one answers.
     *
     * @param part its name: org-structure, case, inspection, reporting
     * @param call what to ask; its answer must not be null
     */
    public <T> T call(String part, Function<RestClient, @Nullable T> call) {
        return call(part, patient, call);
    }

    /**
     * The same for what is answered from memory, while somebody waits: no instance has a second.
     */
    public <T> T ask(String part, Function<RestClient, @Nullable T> call) {
        return call(part, quick, call);
    }

    private <T> T call(String part, Line line, Function<RestClient, @Nullable T> call) {
        RuntimeException failure = new IllegalStateException(part + " has no instance");
        for (var instance : settings.instances(part)) {
            try {
                return breaker(instance, line)
                        .executeSupplier(() -> withToken(instance, line, call));
            } catch (HttpClientErrorException e) {
                throw e; // that was an answer
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private <T> T withToken(URI instance, Line line, Function<RestClient, @Nullable T> call) {
        try {
            return answer(instance, line, call);
        } catch (HttpClientErrorException.Unauthorized e) {
            token.forget();
            return answer(instance, line, call);
        }
    }

    private <T> T answer(URI instance, Line line, Function<RestClient, @Nullable T> call) {
        return Objects.requireNonNull(
                call.apply(client(instance, line)), () -> instance + " answered nothing");
    }

    private RestClient client(URI instance, Line line) {
        return RestClient.builder()
                .requestFactory(line.requests)
                .baseUrl(instance)
                .defaultHeaders(headers -> {
                    headers.setBearerAuth(token.value());
                    headers.set("traceparent", Trace.current().traceparent());
                })
                .build();
    }

    private static CircuitBreaker breaker(URI instance, Line line) {
        return line.breakers.computeIfAbsent(
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
