package haicap.deploy;

import haicap.platform.outbox.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The topics of the code: owned by declaration, read where a class names one that is not its own.
 */
final class Topics {

    static final Map<String, String> SERVICES =
            Map.of(
                    "org-structure", "org-structure-service",
                    "case", "case-service",
                    "inspection", "inspection-service",
                    "reporting", "reporting-service");
    static final Topic NONE = Topic.of("none", 0);

    /** The source of the organisation does not feed on it. */
    private static final String SOURCE = "org-structure";

    private Topics() {}

    /** As a service verifies them at its start; copies are a matter of the broker's size. */
    static Map<String, String> settings(Topic topic) {
        var settings =
                new TreeMap<>(
                        Map.of(
                                "cleanup.policy", "delete",
                                "retention.ms", "-1",
                                "retention.bytes", "-1"));
        settings.putAll(topic.settings());
        return settings;
    }

    static Map<String, Topic> owned() {
        var all = new TreeMap<String, Topic>();
        SERVICES.keySet().stream()
                .flatMap(Topics::declared)
                .forEach(each -> all.put(each.name(), each));
        return all;
    }

    static Set<String> ownedBy(String service) {
        var names = new TreeSet<String>();
        declared(service).forEach(each -> names.add(each.name()));
        return names;
    }

    static Set<String> readBy(String service) {
        var names = new TreeSet<String>();
        if (!service.equals(SOURCE)) {
            classes(SERVICES.get(service)).forEach(each -> names.addAll(named(each)));
            classes("platform").forEach(each -> names.addAll(named(each)));
        }
        names.addAll(ownedBy(service)); // a relay looks at what they end with
        return names;
    }

    /** What the beans that declare topics give. */
    private static Stream<Topic> declared(String service) {
        return classes(SERVICES.get(service))
                .filter(file -> file.getFileName().toString().endsWith("Topic.class"))
                .map(Topics::load)
                .flatMap(type ->
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> method.getReturnType() == Topic.class)
                                .map(method -> given(type, method)));
    }

    private static Topic given(Class<?> type, Method method) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            return (Topic) method.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(Path file) {
        try {
            var model = ClassFile.of().parse(file);
            return Class.forName(model.thisClass().asInternalName().replace('/', '.'));
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> named(Path file) {
        try {
            var names = new TreeSet<String>();
            StreamSupport.stream(ClassFile.of().parse(file).constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .filter(text -> text.matches("haicap\\.[a-z-]+\\.v[0-9]+"))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> classes(String module) {
        try (var files = Files.walk(Path.of("..", module, "target", "classes", "haicap"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
