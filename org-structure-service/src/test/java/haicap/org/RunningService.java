package haicap.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import haicap.platform.outbox.RelayProgress;
import haicap.platform.testing.TestPostgres;
import haicap.platform.testing.TestService;
import haicap.platform.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a real database and broker, spoken to over HTTP. */
public final class RunningService implements AutoCloseable {

    public static final String OPERATOR = TestTokens.system("operator", "operations");
    public static final Path SEEDS = Path.of("..", "seeds");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static RunningService seeded;

    private final String databaseUrl = TestPostgres.database();
    private final ConfigurableApplicationContext context;

    private RunningService() {
        var properties = new LinkedHashMap<>(TestService.properties(databaseUrl, "org-structure"));
        properties.remove("haicap.service");
        properties.remove("haicap.database");
        var application =
                new SpringApplication(OrgStructureServiceApplication.class, TestTokens.class);
        context =
                application.run(
                        properties.entrySet().stream()
                                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                .toArray(String[]::new));
        // services on other databases have told the same topic: that is settled before versions are
        // asked
        await().until(() -> context.getBean(RelayProgress.class).isHolder());
    }

    /** A service that knows nothing yet. */
    public static RunningService empty() {
        return new RunningService();
    }

    /** One for all tests that only need the seeds. */
    public static synchronized RunningService seeded() {
        if (seeded == null) {
            seeded = empty();
            seeded.loadSeeds();
        }
        return seeded;
    }

    /** What came back. */
    public record Reply(int status, Map<String, List<String>> headers, JsonNode body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().getFirst())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One file of the manifest. */
    public record Seed(String kind, Path file) {}

    public static List<Seed> manifest() {
        try {
            return Files.readAllLines(SEEDS.resolve("manifest.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(parts -> new Seed(parts[1], SEEDS.resolve(parts[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void loadSeeds() {
        for (var seed : manifest()) {
            var reply = load(seed);
            assertThat(reply.status()).as(seed.toString()).isEqualTo(200);
            assertThat(reply.body().path("warnings")).as(seed.toString()).isEmpty();
        }
    }

    public Reply load(Seed seed) {
        try {
            return importCsv(seed.kind(), Files.readString(seed.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reply importCsv(String kind, String csv) {
        return send(
                request("/api/v1/imports?kind=" + kind, OPERATOR)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv)));
    }

    public Reply get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Reply post(String path, String token, String json, String... headers) {
        var request =
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        if (!List.of(headers).contains("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpRequest.Builder request(String path, String token) {
        var port = context.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            var response =
                    HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            var text = response.body();
            return new Reply(
                    response.statusCode(),
                    response.headers().map(),
                    text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service number of the officer who holds the post now. */
    public String holderOf(String postId) {
        return get("/api/v1/posts/" + postId, OPERATOR)
                .body()
                .at("/holders/0/serviceNumber")
                .asString();
    }

    public String tokenOf(String postId) {
        return TestTokens.officer(holderOf(postId));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public JdbcClient sql() {
        return JdbcClient.create(TestPostgres.dataSource(databaseUrl));
    }

    @Override
    public void close() {
        context.close();
    }
}
