package haicap.gateway.problems;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * The texts of problems in the languages that we speak; Vietnamese unless English is preferred.
 * Titles are the catalogue's.
 */
final class ProblemTexts {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);
    private static final String OTHER = "http-other";

    /** No browser asks for more, and what it takes to read a list grows with its square. */
    private static final int LONGEST_LIST = 500;

    private final Catalogue catalogue;
    private final ResourceBundle vietnamese = texts(VIETNAMESE);
    private final ResourceBundle english = texts(Locale.ENGLISH);

    ProblemTexts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_LIST) {
            return VIETNAMESE;
        }
        try {
            var match = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return match == null ? VIETNAMESE : match;
        } catch (IllegalArgumentException unreadable) {
            return VIETNAMESE;
        }
    }

    String title(Refusal refusal, Locale locale) {
        var entry = catalogue.of(refusal.code()).or(() -> catalogue.of(OTHER)).orElseThrow();
        return locale.equals(Locale.ENGLISH) ? entry.title().en() : entry.title().vi();
    }

    String detail(Refusal refusal, Locale locale) {
        var texts = locale.equals(Locale.ENGLISH) ? english : vietnamese;
        var key = refusal.code() + ".detail";
        var text = texts.getString(texts.containsKey(key) ? key : OTHER + ".detail");
        for (Map.Entry<String, ?> arg : refusal.args().entrySet()) {
            text = text.replace("{" + arg.getKey() + "}", String.valueOf(arg.getValue()));
        }
        return text;
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "messages.problems",
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
