package haicap.deploy;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings that the applications really have, read from their own files. */
final class Settings {

    private static final List<String> FILES =
            List.of(
                    "../platform/src/main/resources/haicap-platform.yaml",
                    "../gateway/src/main/resources/application.yaml",
                    "../org-structure-service/src/main/resources/application.yaml",
                    "../case-service/src/main/resources/application.yaml",
                    "../inspection-service/src/main/resources/application.yaml",
                    "../reporting-service/src/main/resources/application.yaml",
                    "../local/src/main/resources/application.yaml");
    private static final String TEXT =
            FILES.stream().map(Settings::read).collect(Collectors.joining("\n"));
    private static final Set<String> PLACEHOLDERS = found("\\$\\{([A-Z][A-Z0-9_]+)[:}]", TEXT);
    private static final String BROKER_VARIABLE = "HAICAP_BROKER_CLIENT_";
    private static final String BROKER_FILE = "haicap.broker.client.";
    private static final Set<String> KAFKAS = kafkas();
    private static final Set<String> SPRINGS = springs();
    private static final Set<String> OURS_BY_FILE = Set.of("haicap.peers.client-secret");

    private Settings() {}

    /** Whether an environment variable of this name means anything to our applications. */
    static boolean isVariable(String name) {
        if (name.startsWith("OTEL_")) {
            return PLACEHOLDERS.contains(name) || isOpenTelemetrys(dotted(name));
        }
        return name.startsWith(BROKER_VARIABLE)
                ? KAFKAS.contains(dotted(name.substring(BROKER_VARIABLE.length())))
                : PLACEHOLDERS.contains(name) || SPRINGS.contains(plain(name));
    }

    /** Whether a file of this name, in the folder of settings, means anything to them. */
    static boolean isFile(String name) {
        return name.startsWith(BROKER_FILE)
                ? KAFKAS.contains(name.substring(BROKER_FILE.length()))
                : OURS_BY_FILE.contains(name) || SPRINGS.contains(plain(name));
    }

    static int secondsOfAShutdownPhase() {
        return found("timeout-per-shutdown-phase: ([0-9]+)s", TEXT).stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
    }

    static boolean endsGracefully() {
        return read(FILES.get(0)).contains("shutdown: graceful")
                && read(FILES.get(1)).contains("shutdown: graceful");
    }

    /** Its libraries describe their settings nowhere; the names stand in their code. */
    private static boolean isOpenTelemetrys(String name) {
        return Stream.of(AutoConfiguredOpenTelemetrySdk.class, OtlpHttpSpanExporter.class)
                .map(each -> each.getProtectionDomain().getCodeSource().getLocation().getPath())
                .anyMatch(jar -> isNamedIn(jar, name));
    }

    private static boolean isNamedIn(String file, String name) {
        var constant = Pattern.compile("\\W" + Pattern.quote(name) + "\\W");
        try (var jar = new JarFile(file)) {
            for (var entry : Collections.list(jar.entries())) {
                try (var in = jar.getInputStream(entry)) {
                    var content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (entry.getName().endsWith(".class") && constant.matcher(content).find()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> kafkas() {
        var names = new HashSet<>(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        return names;
    }

    /** Spring Boot's own, from the descriptions in its jars. */
    private static Set<String> springs() {
        try {
            var names = new HashSet<String>();
            for (URL url :
                    Collections.list(
                            Settings.class
                                    .getClassLoader()
                                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                try (var in = url.openStream()) {
                    found(
                                    "\"name\": *\"((?:spring|server|management|logging)\\.[^\"]+)\"",
                                    new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .forEach(name -> names.add(plain(name)));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dotted(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
