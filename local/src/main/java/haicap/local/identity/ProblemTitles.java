package haicap.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

    /** No browser asks for more, and what it takes to read a list grows with its square. */
    private static final int LONGEST_LIST = 500;

    private final Map<String, Map<String, Map<String, String>>> problems = read();

    String of(String code, @Nullable String acceptLanguage) {
        var known = problems.getOrDefault(code, problems.getOrDefault(OTHER, Map.of()));
        var language = preferred(acceptLanguage).getLanguage();
        return known.getOrDefault("title", Map.of()).getOrDefault(language, code);
    }

    /** Whatever a stranger says there: what cannot be read is as if it had not been said. */
    private static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_LIST) {
            return VIETNAMESE;
        }
        try {
            var found = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? VIETNAMESE : found;
        } catch (IllegalArgumentException unreadable) {
            return VIETNAMESE;
        }
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
