package haicap.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What operators' tools ask is answered at a port of its own, and nowhere else. */
class ManagementPortTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service =
                TestService.start(
                        TestPostgres.database(), "managed", Map.of("haicap.orgcopy.feed", "false"));
    }

    @AfterAll
    static void stop() {
        service.close();
        HTTP.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/prometheus",
                "/actuator/status",
                "/internal/status"
            })
    void callersFindNothingOfItAtTheirs(String path) throws Exception {
        assertThat(ask("local.server.port", path).statusCode()).isEqualTo(401);
    }

    @Test
    void operatorsNeedNoTokenAtTheirs() throws Exception {
        assertThat(ask("local.management.port", "/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        assertThat(ask("local.management.port", "/actuator/prometheus").body())
                .contains("hikaricp_connections");
        assertThat(ask("local.management.port", "/actuator/status").body())
                .contains("\"instance\":\"managed\"", "\"outboxUnsent\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump"})
    void operatorsSeeNothingThatHoldsSecretsOrTexts(String path) throws Exception {
        assertThat(ask("local.management.port", path).statusCode()).isIn(401, 404);
    }

    private static HttpResponse<String> ask(String port, String path)
            throws IOException, InterruptedException {
        var address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getRequiredProperty(port)
                                + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
