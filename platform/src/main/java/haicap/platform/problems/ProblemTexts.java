package haicap.platform.problems;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The texts of problems, in both languages: titles as the catalogue has them, details the
 * platform's own and the service's.
 */
final class ProblemTexts {

    private final ProblemTitles titles = new ProblemTitles();
    private final Map<String, Properties> details = Map.of("vi", load("vi"), "en", load("en"));

    String title(String code, Locale locale) {
        var title = titles.of(code, language(locale));
        return title == null ? code : title;
    }

    String detail(String code, Map<String, ?> args, Locale locale) {
        var texts = details.get(language(locale));
        return fill(texts == null ? null : texts.getProperty(code + ".detail"), code, args);
    }

    private static String language(Locale locale) {
        return "en".equals(locale.getLanguage()) ? "en" : "vi";
    }

    private static String fill(@Nullable String text, String code, Map<String, ?> args) {
        if (text == null) {
            return code;
        }
        for (var arg : args.entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", readable(arg.getValue()));
        }
        return text;
    }

    /** What a caller sent may hold half a character, which no answer can give back. */
    static String readable(@Nullable Object sent) {
        var bytes = String.valueOf(sent).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Properties load(String language) {
        var texts = new Properties();
        for (var bundle : new String[] {"platform", "problems"}) {
            var resource =
                    new ClassPathResource("messages/" + bundle + "_" + language + ".properties");
            if (resource.exists()) {
                try (Reader in =
                        new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return texts;
    }
}
