package haicap.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway on a free port before parts and an issuer that the test plays. */
final class City implements AutoCloseable {

    final Part orgStructure = new Part();
    final Part casework = new Part();
    final Part inspection = new Part();
    final Part reporting = new Part();
    final Issuer issuer;
    final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext gateway;

    City(String... settings) {
        this(new Issuer(), settings);
    }

    City(Issuer issuer, String... settings) {
        this.issuer = issuer;
        var all = new ArrayList<>(List.of(settings));
        all.add("server.port=0");
        all.add("management.server.port=0");
        // nobody waits for what a test has left open
        all.add("server.shutdown=immediate");
        all.add("haicap.parts.org-structure=" + orgStructure.uri());
        all.add("haicap.parts.case=" + casework.uri());
        all.add("haicap.parts.inspection=" + inspection.uri());
        all.add("haicap.parts.reporting=" + reporting.uri());
        all.add("haicap.parts.identity=" + issuer.part.uri());
        all.add("haicap.tokens.issuer=" + Issuer.NAME);
        all.add("haicap.tokens.jwks=" + issuer.part.uri() + "/oauth2/jwks");
        gateway =
                new SpringApplicationBuilder(GatewayApplication.class)
                        .run(all.stream().map("--"::concat).toArray(String[]::new));
    }

    int port() {
        return ((WebServerApplicationContext) gateway).getWebServer().getPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    /** As operators' tools ask, at their own port. */
    HttpResponse<String> manage(String path) {
        return send(management(path));
    }

    HttpRequest.Builder management(String path) {
        var port = gateway.getEnvironment().getRequiredProperty("local.management.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", "Bearer " + issuer.token("chief-00004"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path) {
        return send(signed(path), BodyHandlers.ofInputStream());
    }

    HttpResponse<String> get(String path) {
        return send(signed(path));
    }

    HttpResponse<String> post(String path, String body) {
        return send(signed(path).POST(BodyPublishers.ofString(body)));
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        client.shutdownNow();
        for (var part : List.of(orgStructure, casework, inspection, reporting)) {
            part.close();
        }
        issuer.close();
    }
}
