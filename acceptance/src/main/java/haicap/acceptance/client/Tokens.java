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

/** Access tokens of the demo clients, each asked for once. */
final class Tokens {

    private static final String SECRET = "local-demo";
    private static final int TOO_MANY = 429;

    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, String> byClient = new ConcurrentHashMap<>();

    Tokens(HttpClient http, URI gateway) {
        this.http = http;
        this.endpoint = gateway.resolve("/oauth2/token");
    }

    String of(String client) {
        return byClient.computeIfAbsent(client, this::patientlyAsk);
    }

    /** The token endpoint serves one address so many times a second. */
    private String patientlyAsk(String client) {
        return Awaitility.await("token of " + client)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .until(() -> ask(client), answer -> answer.status() != TOO_MANY)
                .orFail()
                .text("access_token");
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
