package haicap.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an overlay gives, object by object. Immutable: a change makes another. */
record Manifests(List<JsonNode> all) {

    static final Path KUBERNETES = Path.of("kubernetes").toAbsolutePath();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

    static Manifests production() {
        return of(KUBERNETES.resolve("overlays/production"));
    }

    static Manifests demo() {
        return of(KUBERNETES.resolve("overlays/demo"));
    }

    static Manifests of(Path folder) {
        return RENDERED.computeIfAbsent(folder, each -> parse(Kubectl.kustomize(each)));
    }

    /** The base with these components, on nothing else. */
    static Manifests with(String name, List<String> components) {
        var folder = Path.of("target/combinations").resolve(name).toAbsolutePath();
        var up = folder.relativize(KUBERNETES);
        var lines =
                new ArrayList<>(
                        List.of(
                                "namespace: haicap",
                                "resources: [%s]".formatted(up.resolve("base"))));
        lines.add("components:");
        components.forEach(each -> lines.add("  - " + up.resolve("components").resolve(each)));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("kustomization.yaml"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(folder);
    }

    private static Manifests parse(String documents) {
        try {
            var all = new ArrayList<JsonNode>();
            YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(documents)
                    .forEachRemaining(all::add);
            return new Manifests(List.copyOf(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, but for one place: {@code Deployment/case}, then a JSON pointer in it. */
    Manifests but(String object, String place, Consumer<ObjectNode> change) {
        var changed = all.stream().map(each -> (JsonNode) each.deepCopy()).toList();
        var found =
                changed.stream()
                        .filter(each ->
                                label(each).equals(object) || label(each).startsWith(object + "-"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no " + object));
        var node = place.isEmpty() ? found : found.at(place);
        if (!(node instanceof ObjectNode target)) {
            throw new IllegalArgumentException("no " + place + " in " + object);
        }
        change.accept(target);
        return new Manifests(changed);
    }

    Stream<JsonNode> kind(String kind) {
        return all.stream().filter(each -> each.path("kind").asText().equals(kind));
    }

    Optional<JsonNode> find(String kind, String name) {
        return kind(kind).filter(each -> name(each).equals(name)).findFirst();
    }

    /** What runs: Deployments and Jobs. */
    Stream<JsonNode> workloads() {
        return Stream.concat(kind("Deployment"), kind("Job"));
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.concat(
                elements(pod(workload).path("containers")),
                elements(pod(workload).path("initContainers")));
    }

    static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String label(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }

    /**
     * The environment that a workload's first container gets, by name; what is taken from the pod
     * is empty.
     */
    Map<String, String> environment(JsonNode workload) {
        var environment = new TreeMap<String, String>();
        var container = containers(workload).findFirst().orElseThrow();
        elements(container.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .flatMap(map -> find("ConfigMap", map).stream())
                .forEach(map ->
                        map.path("data")
                                .properties()
                                .forEach(entry ->
                                        environment.put(
                                                entry.getKey(), entry.getValue().asText())));
        elements(container.path("env"))
                .forEach(entry ->
                        environment.put(entry.path("name").asText(), entry.path("value").asText()));
        return environment;
    }

    /** The settings that a workload reads as files: the name of each, and where it comes from. */
    static Map<String, String> files(JsonNode workload) {
        var files = new TreeMap<String, String>();
        elements(pod(workload).path("volumes"))
                .flatMap(volume -> elements(volume.at("/projected/sources")))
                .map(source -> source.path("secret"))
                .forEach(secret ->
                        elements(secret.path("items"))
                                .forEach(item ->
                                        files.put(
                                                item.path("path").asText(),
                                                secret.path("name").asText()
                                                        + "/"
                                                        + item.path("key").asText())));
        return files;
    }
}
