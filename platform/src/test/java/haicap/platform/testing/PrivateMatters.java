package haicap.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import haicap.platform.privacy.PersonCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the house does not want to know: no field, column, comment or member of an event speaks of a
 * citizen's identity, religion, ethnicity, opinion, membership or petition, save a {@link
 * PersonCount}; and people are listed by post, never across files.
 */
public final class PrivateMatters {

    /** As whole words of a name, or of two that follow each other. */
    private static final Set<String> WORDS =
            Set.of(
                    "cccd",
                    "cmnd",
                    "cmtnd",
                    "passport",
                    "identity card",
                    "identity number",
                    "id number",
                    "id card",
                    "citizen",
                    "citizens",
                    "person",
                    "persons",
                    "people",
                    "suspect",
                    "suspects",
                    "accused",
                    "victim",
                    "victims",
                    "witness",
                    "witnesses",
                    "informant",
                    "petitioner",
                    "petitioners",
                    "petition",
                    "petitions",
                    "complainant",
                    "complainants",
                    "journalist",
                    "lawyer",
                    "religion",
                    "religious",
                    "faith",
                    "ethnic",
                    "ethnicity",
                    "race",
                    "political",
                    "politics",
                    "opinion",
                    "ideology",
                    "union",
                    "membership",
                    "party",
                    "gender",
                    "sex",
                    "birth",
                    "birthday",
                    "dob",
                    "nationality",
                    "phone",
                    "telephone",
                    "mobile",
                    "email",
                    "photo",
                    "portrait",
                    "face",
                    "biometric",
                    "biometrics",
                    "iris",
                    "medical",
                    "relapse",
                    "diagnosis",
                    "danger",
                    "credit",
                    "cong dan",
                    "can cuoc",
                    "chung minh",
                    "ho ten",
                    "ton giao",
                    "dan toc",
                    "tin nguong",
                    "chinh kien",
                    "cong doan",
                    "dang vien",
                    "khieu nai",
                    "to cao",
                    "ngay sinh",
                    "gioi tinh",
                    "quoc tich",
                    "que quan",
                    "dien thoai",
                    "nan nhan",
                    "nghi pham",
                    "bi can",
                    "nhan chung");

    private static final Set<String> OF_OFFICERS =
            Set.of("officerId", "serviceNumber", "officer", "byOfficer", "holder", "holders");

    private PrivateMatters() {}

    /** Whether a name speaks of what is nobody's business here. */
    public static boolean isSpokenOf(String name) {
        var words = NameWords.of(name);
        return words.hold(WORDS)
                || WORDS.stream()
                        .filter(word -> word.contains(" "))
                        .anyMatch(word -> words.words().contains(word.replace(" ", "")));
    }

    /** Fails with every name of a service's types, tables, comments and events that does. */
    public static void areNamedNowhere(String basePackage) {
        areNamedNowhere(
                basePackage,
                "classpath:db/platform",
                "classpath:db/orgcopy",
                "classpath:db/migration");
    }

    /** The same of a service whose tables are made by these migrations. */
    public static void areNamedNowhere(String basePackage, String... migrations) {
        assertThat(fields(basePackage)).as("fields").isEmpty();
        assertThat(schema(migrations)).as("columns and comments").isEmpty();
        assertThat(events()).as("members of events").isEmpty();
    }

    /** Fails unless exactly these questions are answered with lists in which officers stand. */
    public static void officersAreListedOnlyBy(String basePackage, String... handlers) {
        var found =
                PublicOperations.handlers(basePackage)
                        .filter(handler -> !PublicOperations.isAboutOneThing(handler))
                        .filter(handler -> listsOfficers(handler.getGenericReturnType(), false))
                        .map(PrivateMatters::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(new TreeSet<>(List.of(handlers)));
    }

    private static String name(Method handler) {
        return handler.getDeclaringClass().getSimpleName() + "." + handler.getName();
    }

    private static Set<String> fields(String basePackage) {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage, "haicap.platform")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getRawType().isEquivalentTo(PersonCount.class))
                        .filter(field -> isSpokenOf(field.getName()))
                        .map(JavaField::getFullName)
                        .collect(Collectors.toSet());
    }

    private static List<String> schema(String... migrations) {
        var database = TestPostgres.dataSource(TestPostgres.database());
        Flyway.configure()
                .dataSource(database)
                .locations(migrations)
                .outOfOrder(true)
                .placeholders(Map.of("application-role", "", "rebuild-role", ""))
                .load()
                .migrate();
        var names =
                new JdbcTemplate(database)
                        .queryForList(
                                """
                                SELECT table_name || '.' || column_name
                                FROM information_schema.columns
                                WHERE table_schema = 'public'
                                UNION ALL
                                SELECT d.description
                                FROM pg_description d
                                JOIN pg_class c ON c.oid = d.objoid
                                WHERE c.relnamespace = 'public'::regnamespace
                                """,
                                String.class);
        assertThat(names).isNotEmpty();
        return names.stream().filter(PrivateMatters::isSpokenOf).toList();
    }

    private static Set<String> events() {
        var contracts = Path.of("").toAbsolutePath().getParent().resolve("contracts");
        try (var files = Files.walk(contracts)) {
            return files.filter(file -> file.toString().endsWith(".schema.json"))
                    .flatMap(PrivateMatters::members)
                    .filter(PrivateMatters::isSpokenOf)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> members(Path schema) {
        try {
            return java.util.regex.Pattern.compile("\"([A-Za-z]+)\"\\s*:")
                    .matcher(Files.readString(schema))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a type is, or holds, a list whose items name officers. */
    private static boolean listsOfficers(Type type, boolean inList) {
        return listsOfficers(type, inList, new HashSet<>());
    }

    private static boolean listsOfficers(Type type, boolean inList, Set<Type> seen) {
        if (type instanceof ParameterizedType generic) {
            boolean list =
                    inList
                            || generic.getRawType() instanceof Class<?> raw
                                    && (List.class.isAssignableFrom(raw)
                                            || raw.getSimpleName().equals("Page"));
            return Arrays.stream(generic.getActualTypeArguments())
                    .anyMatch(argument -> listsOfficers(argument, list, seen));
        }
        if (!(type instanceof Class<?> one) || !one.isRecord() || !seen.add(type)) {
            return false;
        }
        return Arrays.stream(one.getRecordComponents())
                .anyMatch(component -> namesOfficers(component, inList, seen));
    }

    private static boolean namesOfficers(
            RecordComponent component, boolean inList, Set<Type> seen) {
        return inList && OF_OFFICERS.contains(component.getName())
                || listsOfficers(component.getGenericType(), inList, seen);
    }
}
