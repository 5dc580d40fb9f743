package haicap.platform.problems;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/** Tells of a value that could not be read what would have been: the form, or the values. */
final class Expected {

    private Expected() {}

    /** In the address, where an instant may be a day. */
    static Fault inAddress(String name, MethodParameter parameter) {
        var type = ResolvableType.forMethodParameter(parameter);
        var several = type.as(Collection.class);
        var one = several == ResolvableType.NONE ? type : several.getGeneric(0);
        return one.resolve() == Instant.class
                ? new Fault(name, "instant-or-day-expected", Map.of())
                : inBody(name, one.resolve());
    }

    /** In a body. */
    static Fault inBody(String pointer, @Nullable Class<?> type) {
        if (type == null) {
            return new Fault(pointer, "value-unreadable", Map.of());
        }
        if (type.isEnum()) {
            return choice(
                    pointer,
                    Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        return switch (type.getName()) {
            case "boolean", "java.lang.Boolean" -> choice(pointer, "true, false");
            case "int", "java.lang.Integer", "long", "java.lang.Long" ->
                    new Fault(pointer, "number-expected", Map.of());
            case "java.lang.String" -> new Fault(pointer, "text-expected", Map.of());
            case "java.time.Instant" -> new Fault(pointer, "instant-expected", Map.of());
            case "java.time.LocalDate" -> new Fault(pointer, "day-expected", Map.of());
            default -> new Fault(pointer, "value-unreadable", Map.of());
        };
    }

    private static Fault choice(String pointer, String allowed) {
        return new Fault(pointer, "choice-expected", Map.of("allowed", allowed));
    }
}
