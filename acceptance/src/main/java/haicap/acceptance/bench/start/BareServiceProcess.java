package haicap.acceptance.bench.start;

import haicap.acceptance.bench.floor.BrokerTopics;
import haicap.acceptance.system.DatabaseServer;
import haicap.acceptance.system.RunningSystem;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The bare service in a JVM of its own, with the flags that the parts have; where they start from
 * an AOT cache it does, too, from one that was recorded in the same way.
 */
final class BareServiceProcess implements AutoCloseable {

    private static final String MAIN = BareService.class.getName();
    private static final List<String> NOT_BARE = List.of("/platform-", "flyway", "modulith");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final RunningSystem system;
    private final List<String> flags;
    private final Path folder;
    private final String classPath;
    private final HttpClient http = HttpClient.newHttpClient();

    private BareServiceProcess(RunningSystem system, List<String> flags, Path folder, Path jar) {
        this.system = system;
        this.flags = flags;
        this.folder = folder;
        this.classPath = jar + File.pathSeparator + libraries();
    }

    static BareServiceProcess prepared(RunningSystem system, String flags) throws Exception {
        BrokerTopics.recreate(system.kafka(), "bench.start");
        var folder = Files.createTempDirectory("haicap-bare-");
        var words = new ArrayList<>(List.of(flags.split(" ")));
        var cached = words.remove("-XX:AOTCache");
        var jar = packed(folder);
        if (cached) {
            var cache = "-XX:AOTCacheOutput=" + folder.resolve("bare.aot");
            var training = new ArrayList<>(words);
            training.add(cache);
            new BareServiceProcess(system, training, folder, jar).start();
            words.add("-XX:AOTCache=" + folder.resolve("bare.aot"));
        }
        return new BareServiceProcess(system, words, folder, jar);
    }

    /** Starts it, and ends it as soon as it is ready; gives how long that took. */
    Duration start() throws IOException, InterruptedException {
        var port = freePort();
        var begun = Instant.now();
        var process = launch(port);
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isReady(port) || !process.isAlive());
            var took = Duration.between(begun, Instant.now());
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(log()));
            }
            return took;
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private Process launch(int port) throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, MAIN));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile());
        var environment = builder.environment();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_DATASOURCE_URL", system.postgres().url("postgres"));
        environment.put("SPRING_DATASOURCE_USERNAME", DatabaseServer.USER);
        environment.put("SPRING_DATASOURCE_PASSWORD", system.postgres().password());
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", system.kafka());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI",
                system.gateway().resolve("/oauth2/jwks").toString());
        environment.put("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "true");
        return builder.start();
    }

    /** It is protected: that it refuses us is its readiness, too. */
    private boolean isReady(int port) throws InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        try {
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private Path log() {
        return folder.resolve("bare.log");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A cache allows no folders on the class path, and of ours only this class is wanted. */
    private static Path packed(Path folder) throws IOException {
        var jar = folder.resolve("bare.jar");
        var entry = MAIN.replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var in = BareService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            java.util.Objects.requireNonNull(in).transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .filter(path -> NOT_BARE.stream().noneMatch(path::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() throws IOException {
        http.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
