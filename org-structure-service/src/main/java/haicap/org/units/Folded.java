package haicap.org.units;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: without diacritics and case, so that Hoà, Hòa and hoa are one. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Folded() {}

    static String of(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var bare = MARKS.matcher(decomposed).replaceAll("");
        var single = SPACES.matcher(bare.strip()).replaceAll(" ");
        return single.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}
