package haicap.platform.testing.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a type is called in the document: {@code CrimeReportView} is a {@code CrimeReport}; a nested
 * record says its feature, too: {@code ReplyRequest} of the obstacles is an {@code
 * ObstacleReplyRequest}.
 */
final class SchemaNames extends TypeNameResolver {

    private static final Map<String, String> FEATURES =
            Map.of("histories", "History", "inbox", "Parked", "premises", "Premises");

    /** One for all contexts of a test run: springdoc's own resolvers outlive the context. */
    private static final Map<String, Class<?>> TYPES = new ConcurrentHashMap<>();

    Optional<Class<?>> typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        var name = super.nameForType(type, options);
        if (type.containedTypeCount() == 0) {
            remember(name, type.getRawClass());
        } else {
            TYPES.put(name, type.getRawClass());
        }
        return name;
    }

    private void remember(String name, Class<?> type) {
        var other = TYPES.putIfAbsent(name, type);
        if (other != null && other != type && type.isRecord()) {
            throw new IllegalStateException(other + " and " + type + " are both called " + name);
        }
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        var name = type.getSimpleName().replaceAll("(?<=.)View$", "");
        var outer = type.getEnclosingClass();
        if (outer == null
                || !type.getName().startsWith("haicap.")
                || outer.getSimpleName().equals(name + "Controller")) {
            return name;
        }
        var feature = feature(type.getPackageName());
        return name.contains(feature) ? name : feature + name;
    }

    private static String feature(String packageName) {
        var last = Arrays.asList(packageName.split("\\.")).getLast();
        var singular = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
        return FEATURES.getOrDefault(
                last, Character.toUpperCase(singular.charAt(0)) + singular.substring(1));
    }
}
