package haicap.gateway.problems;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All problems that any part answers with, and the faults that their {@code errors[]} name: {@code
 * contracts/problems.yaml}.
 */
@Component
public final class Catalogue {

    private static final String FILE = "contracts/problems.yaml";

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Text> faults = new LinkedHashMap<>();

    Catalogue() {
        var file = read();
        file.getOrDefault("problems", Map.of())
                .forEach((code, entry) -> entries.put(code, entry(code, entry)));
        file.getOrDefault("faults", Map.of()).forEach((code, text) -> faults.put(code, text(text)));
    }

    /** In the order of the file. */
    public List<Entry> all() {
        return new ArrayList<>(entries.values());
    }

    /** That of a code. */
    public Optional<Entry> of(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** What the codes within {@code errors[]} say; values are shown as {@code ‹name›}. */
    public Map<String, Text> faults() {
        return faults;
    }

    private static Entry entry(String code, Map<String, Object> entry) {
        return new Entry(
                code,
                String.valueOf(entry.get("status")),
                again(entry.get("again")),
                text(entry.get("title")),
                text(entry.get("cause")),
                text(entry.get("cure")));
    }

    /** A bare NO is false in YAML 1.1. */
    private static Again again(@Nullable Object again) {
        return Boolean.FALSE.equals(again) ? Again.NO : Again.valueOf(String.valueOf(again));
    }

    private static Text text(@Nullable Object text) {
        return text instanceof Map<?, ?> both
                ? new Text(String.valueOf(both.get("vi")), String.valueOf(both.get("en")))
                : new Text("", "");
    }

    private static Map<String, Map<String, Map<String, Object>>> read() {
        try (var in = new ClassPathResource(FILE).getInputStream();
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
