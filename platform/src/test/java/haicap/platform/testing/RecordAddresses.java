package haicap.platform.testing;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import haicap.platform.records.RecordType;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the records of a service are read that have papers, as their declarations say. */
final class RecordAddresses {

    private RecordAddresses() {}

    /** Of all declarations in constants of a package and those below. */
    static Set<String> of(String basePackage) {
        return new ClassFileImporter()
                .importPackages(basePackage).stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(RecordType.class))
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .map(field -> type(field.reflect()))
                        .filter(RecordType::hasPapers)
                        .map(RecordType::path)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static RecordType<?> type(Field declared) {
        try {
            declared.setAccessible(true);
            return (RecordType<?>) declared.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
