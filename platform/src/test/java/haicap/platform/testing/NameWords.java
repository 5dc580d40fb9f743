package haicap.platform.testing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a name in code, schema or text: plain letters, in small, in their order. */
record NameWords(List<String> words) {

    static NameWords of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return new NameWords(
                Arrays.asList(
                        plain.replace('đ', 'd')
                                .replace('Đ', 'D')
                                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                                .toLowerCase(Locale.ROOT)
                                .split("[^a-z0-9]+")));
    }

    /** Whether one word, or two that follow each other, are among these. */
    boolean hold(Set<String> sought) {
        for (int i = 0; i < words.size(); i++) {
            if (sought.contains(words.get(i))
                    || i > 0 && sought.contains(words.get(i - 1) + " " + words.get(i))) {
                return true;
            }
        }
        return false;
    }
}
