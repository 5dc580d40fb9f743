package haicap.gateway.problems;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The texts of problems in the languages that we speak; Vietnamese unless English is preferred. */
final class ProblemTexts {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

    private final ResourceBundle vietnamese = texts(VIETNAMESE);
    private final ResourceBundle english = texts(Locale.ENGLISH);

    static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
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
        return text(refusal, ".title", locale);
    }

    String detail(Refusal refusal, Locale locale) {
        return text(refusal, ".detail", locale);
    }

    private String text(Refusal refusal, String suffix, Locale locale) {
        var texts = locale.equals(Locale.ENGLISH) ? english : vietnamese;
        var key = texts.containsKey(refusal.code() + suffix) ? refusal.code() : "http-other";
        var text = texts.getString(key + suffix);
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
