package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import haicap.platform.papers.OfEveryKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The operations under {@code /api/v1} that a service's controllers answer, as they are written.
 */
public final class PublicOperations {

    /** Where the address of a kind of record stands in an operation that every kind has. */
    static final String KIND = "/api/v1/{kind}";

    private PublicOperations() {}

    /** Fails unless {@code docs/access.md} has a row for each operation of a part, and no other. */
    public static void areThoseOfTheAccessTable(String basePackage, String part) {
        var answered = new TreeSet<String>();
        controllers(basePackage, "haicap.platform")
                .flatMap(PublicOperations::handlers)
                .forEach(handler -> answered.addAll(operations(handler, basePackage, part)));
        assertThat(answered).isNotEmpty().isEqualTo(rows(part));
    }

    /** The methods that answer requests of the world. */
    public static Stream<Method> handlers(String... packages) {
        return controllers(packages).flatMap(PublicOperations::handlers);
    }

    private static Stream<JavaClass> controllers(String... packages) {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(packages)
                        .stream()
                        .filter(type ->
                                type.isAnnotatedWith(RestController.class)
                                        || type.isAnnotatedWith(OfEveryKind.class))
                        .filter(type -> !isOfTests(type));
    }

    /** The platform's own tests have controllers, too, and their jar stands beside its jar. */
    private static boolean isOfTests(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .filter(place -> place.matches(".*(-tests\\.jar|/test-classes/).*"))
                .isPresent();
    }

    /** Whether a method answers for one thing that its address names. */
    static boolean isAboutOneThing(Method handler) {
        return operations(handler, "").stream().allMatch(operation -> operation.contains("{"));
    }

    private static Stream<Method> handlers(JavaClass controller) {
        return controller.getMethods().stream()
                .map(JavaMethod::reflect)
                .filter(method -> !operations(method, "").isEmpty());
    }

    /** The same, where one of every kind stands for all kinds of which the package declares one. */
    static Set<String> operations(Method handler, String basePackage, String part) {
        return operations(handler, part).stream()
                .flatMap(operation ->
                        operation.contains(KIND)
                                ? RecordAddresses.of(basePackage).stream()
                                        .map(path -> operation.replace(KIND, path))
                                : Stream.of(operation))
                .collect(Collectors.toSet());
    }

    /** Its verbs and addresses. */
    static Set<String> operations(Method handler, String part) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        if (mapping == null) {
            return Set.of();
        }
        var type =
                AnnotatedElementUtils.findMergedAnnotation(
                        handler.getDeclaringClass(), RequestMapping.class);
        var prefix =
                handler.getDeclaringClass().isAnnotationPresent(OfEveryKind.class)
                        ? KIND
                        : type == null || type.path().length == 0 ? "" : type.path()[0];
        var paths = mapping.path().length == 0 ? new String[] {""} : mapping.path();
        return Arrays.stream(mapping.method())
                .flatMap(verb -> Arrays.stream(paths).map(path -> verb + " " + prefix + path))
                .filter(operation -> operation.contains(" /api/v1/"))
                .map(operation -> operation.replace("${haicap.service}", part))
                .collect(Collectors.toSet());
    }

    private static Set<String> rows(String part) {
        var file = Path.of("").toAbsolutePath().getParent().resolve("docs/access.md");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.matches("\\| (every|" + part + ") \\| `.*"))
                    .map(line -> line.split("`")[1].replace("{part}", part))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
