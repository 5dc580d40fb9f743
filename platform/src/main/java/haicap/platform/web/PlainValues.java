package haicap.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What may come in from outside, in bodies and in addresses alike: texts that can be stored and
 * given back as they came, days and instants of four-digit years. What else a type could hold would
 * fail somewhere behind: in the database, in a calculation, in the answer.
 */
final class PlainValues {

    private static final int LAST_YEAR = 9999;

    private PlainValues() {}

    static String text(String text) {
        if (!isKeepable(text)) {
            throw new IllegalArgumentException("holds NUL or half a character");
        }
        return text;
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

    private static void require(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
    }
}
