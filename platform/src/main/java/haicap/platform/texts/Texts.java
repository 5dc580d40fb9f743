package haicap.platform.texts;

import java.text.Normalizer;

/**
 * The one rule for texts: composed (NFC), visible, free of control characters and of what turns the
 * direction of writing; lengths are counted in characters as people count them (code points).
 */
public final class Texts {

    private static final int LINE_FEED = '\n';

    private Texts() {}

    /** As it is kept: composed, with line feeds where a line ends. */
    public static String normal(String text) {
        var lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
        return Normalizer.isNormalized(lines, Normalizer.Form.NFC)
                ? lines
                : Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    /** Without what is invisible at its ends: blanks of all kinds. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInvisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (from < to && isInvisible(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** Whether nothing in it can be seen. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Texts::isInvisible);
    }

    /** How many characters it has. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether it holds a character that no text may hold; a line feed is none. */
    public static boolean holdsForbidden(String text) {
        return text.codePoints().anyMatch(each -> each != LINE_FEED && isForbidden(each));
    }

    /** Whether it has more than one line. */
    public static boolean hasLines(String text) {
        return text.indexOf(LINE_FEED) >= 0;
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> turnsDirection(character);
        };
    }

    /** Embeddings, overrides and isolates: what is read is not what was written. */
    private static boolean turnsDirection(int character) {
        return character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT ->
                    true;
            default -> isBlankLetter(character);
        };
    }

    /** Letters and marks by their class, of which nothing is drawn. */
    private static boolean isBlankLetter(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800;
    }
}
