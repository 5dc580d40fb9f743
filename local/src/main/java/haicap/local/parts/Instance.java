package haicap.local.parts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One process of a part. Most parts have one; a part with replicas has several that do the same.
 *
 * @param number from 1
 */
public record Instance(Part part, int number) {

    private static final Pattern LABEL = Pattern.compile("(.+?)(?:-([2-9]))?");

    /** The first, and mostly the only one. */
    public static Instance first(Part part) {
        return new Instance(part, 1);
    }

    /** The instance of that name, {@code case} or {@code case-2}; a {@link Failure} names them. */
    public static Instance named(String label) {
        var parsed = LABEL.matcher(label.toLowerCase(Locale.ROOT));
        if (parsed.matches()) {
            for (var part : Part.values()) {
                if (part.label().equals(parsed.group(1))) {
                    var number = parsed.group(2);
                    return new Instance(part, number == null ? 1 : Integer.parseInt(number));
                }
            }
        }
        throw unknown(label);
    }

    /** The name that people type: the part's, from the second on with its number. */
    public String label() {
        return number == 1 ? part.label() : part.label() + "-" + number;
    }

    /**
     * The beginning of this instance's environment variables, for instance {@code HAICAP_CASE_2}.
     */
    String variable() {
        return "HAICAP_" + label().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    int usualPort() {
        return part.usualPort() + 10 * (number - 1);
    }

    /** The first of every part. */
    static List<Instance> firsts() {
        return Arrays.stream(Part.values()).map(Instance::first).toList();
    }

    @Override
    public String toString() {
        return label();
    }

    private static Failure unknown(String label) {
        var names = Arrays.stream(Part.values()).map(Part::label).collect(Collectors.joining(" "));
        return new Failure(
                "Không có thành phần “%s”. Các thành phần: %s (bản sao: case-2 …)"
                        .formatted(label, names),
                "There is no part “%s”. Parts: %s (replicas: case-2 …)".formatted(label, names));
    }
}
