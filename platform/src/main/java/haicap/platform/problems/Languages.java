package haicap.platform.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Which of our languages a caller prefers, by weight; Vietnamese unless English is. */
final class Languages {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> OURS = List.of(VIETNAMESE, Locale.ENGLISH);

    /** No browser asks for more, and what it takes to read a list grows with its square. */
    private static final int LONGEST_LIST = 500;

    private Languages() {}

    static Locale preferred(HttpServletRequest request) {
        var asked = String.join(",", Collections.list(request.getHeaders("Accept-Language")));
        if (asked.isEmpty() || asked.length() > LONGEST_LIST) {
            return VIETNAMESE;
        }
        try {
            var found = Locale.lookup(LanguageRange.parse(asked), OURS);
            return found == null ? VIETNAMESE : found;
        } catch (IllegalArgumentException unreadable) {
            return VIETNAMESE;
        }
    }
}
