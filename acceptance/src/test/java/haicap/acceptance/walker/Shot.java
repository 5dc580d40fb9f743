package haicap.acceptance.walker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of the walker.
 *
 * @param operation what it is aimed at
 * @param path filled in, with its query
 * @param what is wrong with it, in words
 * @param named the field or parameter whose value is rubbish, as a problem names it, or null when
 *     it is something else
 */
public record Shot(
        Operation operation,
        String method,
        String path,
        List<Map.Entry<String, String>> headers,
        byte @Nullable [] body,
        String what,
        @Nullable String named) {

    /** Stands in {@code If-Match} for the version that the thing has when the shot is fired. */
    public static final String CURRENT = "current";

    private static final int SHOWN = 120;

    static Shot at(Operation operation, String path, byte @Nullable [] body) {
        return new Shot(operation, operation.method(), path, List.of(), body, "nothing", null);
    }

    Shot with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(Map.entry(name, value));
        return new Shot(operation, method, path, all, body, what, named);
    }

    Shot replacing(String name, String value) {
        return without(name).with(name, value);
    }

    Shot without(String name) {
        var all = new ArrayList<>(headers);
        all.removeIf(each -> each.getKey().equals(name));
        return new Shot(operation, method, path, all, body, what, named);
    }

    Shot sending(byte @Nullable [] other, String why, @Nullable String name) {
        return new Shot(operation, method, path, headers, other, why, name);
    }

    /** The same, with that version where it says the one that the thing has. */
    public Shot onVersion(String tag) {
        return CURRENT.equals(header("If-Match")) ? replacing("If-Match", tag) : this;
    }

    Shot to(String other, String why, @Nullable String name) {
        return new Shot(operation, method, other, headers, body, why, name);
    }

    Shot by(String other) {
        return new Shot(operation, other, path, headers, body, "method " + other, null);
    }

    Shot because(String why) {
        return new Shot(operation, method, path, headers, body, why, named);
    }

    /** The first value of a header. */
    public @Nullable String header(String name) {
        return headers.stream()
                .filter(each -> each.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The thing that the address names, if it names one. */
    public @Nullable String subject() {
        var steps = path.split("\\?", 2)[0].split("/");
        return operation.path().contains("{id}") && steps.length > 4 ? steps[4] : null;
    }

    @Override
    public String toString() {
        return "%s %s (%s)"
                .formatted(method, path.length() > SHOWN ? path.substring(0, SHOWN) : path, what);
    }
}
