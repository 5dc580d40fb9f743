package haicap.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The production overlay's own settings carry the tour: TLS and SASL to the broker, TLS to the
 * databases, another issuer, two of each.
 */
@TestMethodOrder(OrderAnnotation.class)
class ProductionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Boolean.getBoolean("production"), "run with -Dproduction=true");
        if (!Container.canBeMade()) {
            Image.missing(
                    "this machine lets us make no root of our own (unshare, chroot, setpriv)");
        }
        cluster = new Cluster();
        cluster.migrate();
        cluster.start();
        seed();
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void processesAreNobodyAndMayNothing() throws IOException {
        var container = cluster.running.get("case-1");

        assertThat(container.status("status"))
                .contains(
                        "Uid:\t10001\t10001\t10001\t10001",
                        "CapEff:\t0000000000000000",
                        "CapBnd:\t0000000000000000",
                        "NoNewPrivs:\t1");
        assertThat(container.status("cmdline")).doesNotContain("-Dspring.aot.enabled");
        assertThat(
                        container
                                .status("mountinfo")
                                .lines()
                                .filter(line -> line.split(" ")[4].equals("/")))
                .last()
                .asString()
                .contains(" ro,");
    }

    @Test
    @Order(2)
    void theTourRunsThroughThem() throws Exception {
        var officer = cluster.issuer.token("officer-00004", "HN-100612", "");
        var director = cluster.issuer.token("director", "HN-100001", "");
        var heard = new ConcurrentLinkedQueue<String>();
        assertThat(get(officer, "/api/v1/units?code=00004")).contains("\"id\":\"00004-20250701\"");
        assertThat(get(officer, "/api/v1/units/00004-20250701/lineage"))
                .contains("\"predecessors\"");
        var stream =
                HTTP.sendAsync(
                                request(director, "/api/v1/feed/city/stream", 2).build(),
                                BodyHandlers.ofLines())
                        .thenAccept(response -> response.body().forEach(heard::add));

        var report =
                "{\"occurredOn\":\"%s\",\"receivedAt\":\"%s\",\"category\":\"SO\",\"channel\":\"IN_PERSON\",\"urgent\":true,\"summary\":\"Mất xe máy trước chợ\"}"
                        .formatted(LocalDate.now().minusDays(2), Instant.now().minusSeconds(60));
        // a stream that has nothing to tell yet begins with a comment
        await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(line -> line.startsWith(":")));
        var answer =
                send(
                        request(officer, "/api/v1/crime-reports", 1)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(report)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"deadlines\"");
        assertThat(get(officer, "/api/v1/work?limit=5")).contains("\"items\"");
        await().atMost(PATIENCE)
                .until(() ->
                        heard.stream().anyMatch(line -> line.contains("crime-report-received")));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        get(
                                                cluster.issuer.token("auditor", "", "audit"),
                                                "/api/v1/reconciliation"))
                                .contains("\"figuresChecked\""));
        stream.cancel(true);
    }

    @Test
    @Order(3)
    void aTokenOfAnotherIssuerIsRefused() {
        assertThat(send(request("x.y.z", "/api/v1/units", 1)).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void eachEndsInGoodOrderWhenItIsAskedTo() throws InterruptedException {
        cluster.running.values().forEach(Container::terminate);

        for (var container : cluster.running.values()) {
            assertThat(container.end(Duration.ofSeconds(60))).as(container::said).isEqualTo(143);
        }
    }

    private static void seed() throws IOException {
        var seeds = Path.of("../seeds");
        var operator = cluster.issuer.token("operator", "", "operations");
        for (var line :
                Files.readAllLines(seeds.resolve("manifest.csv")).stream().skip(1).toList()) {
            var entry = line.split(",");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> {
                        var answer =
                                send(
                                        request(operator, "/api/v1/imports?kind=" + entry[1], 1)
                                                .header("Content-Type", "text/csv")
                                                .header("Idempotency-Key", "seed-" + entry[0])
                                                .POST(
                                                        BodyPublishers.ofFile(
                                                                seeds.resolve(entry[2]))));
                        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
                    });
        }
        var officer = cluster.issuer.token("officer-00004", "HN-100612", "");
        await().atMost(PATIENCE)
                .until(() -> tree(get(officer, "/api/v1/me")).path("posts").size() > 0);
    }

    private static JsonNode tree(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static String get(String token, String path) {
        return send(request(token, path, 1)).body();
    }

    private static HttpRequest.Builder request(String token, String path, int gateway) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:%d%s"
                                        .formatted(cluster.port("gateway-" + gateway), path)))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
