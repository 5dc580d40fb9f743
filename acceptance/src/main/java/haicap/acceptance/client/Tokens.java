package haicap.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Access tokens of the demo clients, each asked for once and anew before it ends. */
final class Tokens {

    private static final String SECRET = "local-demo";
    private static final int TOO_MANY = 429;

    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, Token> byClient = new ConcurrentHashMap<>();

    Tokens(HttpClient http, URI gateway) {
        this.http = http;
        this.endpoint = gateway.resolve("/oauth2/token");
    }

    private record Token(String value, long renewAtNanos) {

        static Token of(Answer answer) {
            var life = Duration.ofSeconds(answer.json().path("expires_in").asLong());
            return new Token(
                    answer.text("access_token"),
                    System.nanoTime() + life.multipliedBy(4).dividedBy(5).toNanos());
        }

        boolean isFresh() {
            return System.nanoTime() - renewAtNanos < 0;
        }
    }

    String of(String client) {
        return byClient.compute(
                        client,
                        (name, token) ->
                                token != null && token.isFresh() ? token : patientlyAsk(name))
                .value();
    }

    /** The token endpoint serves one address so many times a second. */
    private Token patientlyAsk(String client) {
        var answer =
                Awaitility.await("token of " + client)
                        .atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(200))
                        .pollDelay(Duration.ZERO)
                        .until(() -> ask(client), one -> one.status() != TOO_MANY);
        return Token.of(answer.orFail());
    }

    private Answer ask(String client) throws IOException, InterruptedException {
        var form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(client, SECRET);
        var request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return new Answer(http.send(request, BodyHandlers.ofString()));
    }
}
