package haicap.platform.web;

import haicap.platform.texts.Texts;
import haicap.platform.time.Hanoi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * What may come in from outside, in bodies and in addresses alike: texts that can be stored and
 * given back as they came, days and instants of four-digit years. What else a type could hold would
 * fail somewhere behind: in the database, in a calculation, in the answer. Nothing is taken for
 * something else because a library would.
 */
final class PlainValues {

    private static final int LAST_YEAR = 9999;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private PlainValues() {}

    /** A text as it is kept: composed, with line feeds for line ends. */
    static String text(String text) {
        if (!isKeepable(text)) {
            throw new IllegalArgumentException("holds NUL or half a character");
        }
        return Texts.normal(text);
    }

    /** A text of an address, which nobody means to begin or end with a blank. */
    static String word(String text) {
        return Texts.trimmed(Texts.normal(text));
    }

    static boolean isBlank(String text) {
        return Texts.isBlank(text);
    }

    static boolean isKeepable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(each -> Character.getType(each) == Character.SURROGATE);
    }

    static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        require(day.getYear());
        return day;
    }

    static Instant instant(String text) {
        var instant = Instant.parse(text);
        require(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    /** An instant, or the beginning of a day in Hà Nội. */
    static Instant instantOrDay(String text) {
        return DAY.matcher(text).matches() ? Hanoi.startOf(day(text)) : instant(text);
    }

    static int wholeNumber(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("no whole number");
        }
        return Integer.parseInt(text);
    }

    static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static void require(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
    }
}
