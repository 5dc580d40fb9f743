package haicap.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser of its own with an empty profile, which is gone when it is closed. */
public final class Chromium implements AutoCloseable {

    private static final List<String> COMMAND =
            List.of(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--enable-precise-memory-info",
                    "--remote-debugging-port=0");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path profile;
    private final Process process;
    private final int port;

    private Chromium(Path profile, Process process) {
        this.profile = profile;
        this.process = process;
        this.port = awaitPort();
    }

    /** Starts it. */
    public static Chromium start() {
        try {
            var profile = Files.createTempDirectory("haicap-browser");
            var command = new java.util.ArrayList<>(COMMAND);
            command.add("--user-data-dir=" + profile);
            command.add("about:blank");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new Chromium(profile, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another tab. */
    public Tab open() {
        return tab(ask("new", "PUT"));
    }

    /** The window that a page has opened, once its address contains this. */
    public Tab opened(String address) {
        return Awaitility.await("a window at " + address)
                .until(
                        () ->
                                ask("list", "GET")
                                        .valueStream()
                                        .filter(each ->
                                                each.path("url").asString("").contains(address))
                                        .findFirst(),
                        Optional::isPresent)
                .map(this::tab)
                .orElseThrow();
    }

    private Tab tab(JsonNode target) {
        return new Tab(http, URI.create(target.path("webSocketDebuggerUrl").asString()));
    }

    private JsonNode ask(String what, String method) {
        try {
            var address = URI.create("http://127.0.0.1:%d/json/%s".formatted(port, what));
            var request =
                    HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build();
            return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int awaitPort() {
        var file = profile.resolve("DevToolsActivePort");
        return Awaitility.await("the browser")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Files.exists(file) ? Files.readAllLines(file) : List.<String>of(),
                        lines -> !lines.isEmpty())
                .stream()
                .findFirst()
                .map(Integer::parseInt)
                .orElseThrow();
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
