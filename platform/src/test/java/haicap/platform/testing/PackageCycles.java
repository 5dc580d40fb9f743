package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whether packages depend on each other in a circle, as the sources say: the bytecode does not name
 * every type that a {@code switch} looks for.
 */
final class PackageCycles {

    private PackageCycles() {}

    /** Fails with one circle of packages right below the base, in the module at hand. */
    static void check(String basePackage) {
        var dependencies = dependencies(basePackage);
        for (var from : dependencies.keySet()) {
            assertThat(circle(from, from, dependencies, new TreeSet<>(), new ArrayDeque<>()))
                    .as("packages of %s that depend on each other in a circle", basePackage)
                    .isEmpty();
        }
    }

    private static Map<String, Set<String>> dependencies(String base) {
        var root = Path.of("src/main/java", base.split("\\."));
        var named = Pattern.compile(Pattern.quote(base) + "\\.(\\w+)\\.[\\w.]*[A-Z]");
        var dependencies = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var below = root.relativize(file);
                if (below.getNameCount() > 1) {
                    var own = below.getName(0).toString();
                    var others = dependencies.computeIfAbsent(own, each -> new TreeSet<>());
                    named.matcher(Files.readString(file))
                            .results()
                            .map(match -> match.group(1))
                            .filter(other -> !other.equals(own))
                            .forEach(others::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dependencies;
    }

    private static Optional<Deque<String>> circle(
            String at,
            String start,
            Map<String, Set<String>> dependencies,
            Set<String> seen,
            Deque<String> way) {
        way.addLast(at);
        for (var next : dependencies.getOrDefault(at, Set.of())) {
            if (next.equals(start)) {
                return Optional.of(way);
            }
            if (seen.add(next)) {
                var found = circle(next, start, dependencies, seen, way);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        way.removeLast();
        return Optional.empty();
    }
}
