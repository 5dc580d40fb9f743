package haicap.platform.problems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What problems are called, in both languages: as in the catalogue of all parts. */
final class ProblemTitles {

    private static final String FILE = "contracts/problems.yaml";

    private final Map<String, Map<String, Object>> problems = read();

    /** Nothing of a code that the catalogue does not have. */
    @Nullable String of(String code, String language) {
        var problem = problems.get(code);
        return problem != null && problem.get("title") instanceof Map<?, ?> titles
                ? String.valueOf(titles.get(language))
                : null;
    }

    private static Map<String, Map<String, Object>> read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return file.getOrDefault("problems", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
