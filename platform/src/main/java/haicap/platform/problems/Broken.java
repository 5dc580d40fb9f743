package haicap.platform.problems;

import jakarta.validation.ConstraintViolation;
import java.util.Map;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.springframework.validation.FieldError;

/** Tells which rule a field of a body broke, by a code and numbers, never in a library's words. */
final class Broken {

    private Broken() {}

    static Fault rule(FieldError error) {
        var pointer = pointer(error.getField());
        return switch (String.valueOf(error.getCode())) {
            case "NotNull", "NotBlank", "NotEmpty" -> fault(pointer, "value-missing", error);
            case "Text" -> fault(pointer, String.valueOf(error.getDefaultMessage()), error);
            case "NotLongAgo" -> new Fault(pointer, "dated-back-too-far", days(error));
            case "Size" -> fault(pointer, "count-not-allowed", error);
            case "Min", "Max", "Range" -> fault(pointer, "number-not-allowed", error);
            default -> fault(pointer, "value-not-allowed", error);
        };
    }

    private static Fault fault(String pointer, String code, FieldError error) {
        return new Fault(pointer, code, bounds(error));
    }

    private static Map<String, ?> bounds(FieldError error) {
        if (!error.contains(ConstraintViolation.class)) {
            return Map.of();
        }
        var rule =
                error.unwrap(ConstraintViolation.class).getConstraintDescriptor().getAttributes();
        return Map.of("least", rule.getOrDefault("min", "1"), "most", rule.getOrDefault("max", ""));
    }

    /** How many days back are allowed tells the rule itself. */
    private static Map<String, ?> days(FieldError error) {
        var violation = error.unwrap(HibernateConstraintViolation.class);
        return Map.of("days", violation.getDynamicPayload(Integer.class));
    }

    /** From {@code findings[0].text} to {@code /findings/0/text} (RFC 6901). */
    private static String pointer(String field) {
        return "/" + field.replaceAll("[.\\[]+", "/").replace("]", "");
    }
}
