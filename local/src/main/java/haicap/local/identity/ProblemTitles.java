package haicap.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What problems are called, as in the catalogue of all parts; Vietnamese unless English is asked.
 */
final class ProblemTitles {

    private static final String FILE = "contracts/problems.yaml";
    private static final String OTHER = "http-other";

    private final Map<String, Map<String, Map<String, String>>> problems = read();

    String of(String code, List<Locale> languages) {
        var known = problems.getOrDefault(code, problems.getOrDefault(OTHER, Map.of()));
        var isEnglish = !languages.isEmpty() && languages.getFirst().getLanguage().equals("en");
        return known.getOrDefault("title", Map.of()).getOrDefault(isEnglish ? "en" : "vi", code);
    }

    private static Map<String, Map<String, Map<String, String>>> read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            Map<String, Map<String, Map<String, Map<String, String>>>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return file.getOrDefault("problems", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
