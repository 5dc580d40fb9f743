package haicap.casework.imports;

import haicap.platform.privacy.PersonalNumbers;
import haicap.platform.problems.Fault;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a file, read by column. What cannot be read refuses the row. */
public final class Row {

    private final long number;
    private final Map<String, String> fields;

    Row(long number, Map<String, String> fields) {
        this.number = number;
        this.fields = Map.copyOf(fields);
    }

    /** The text in this column. */
    public String text(String column, int longest) {
        var text = optional(column, longest);
        if (text == null) {
            throw refused(column, "value-missing", Map.of());
        }
        return text;
    }

    /** The text in this column, if any; in Unicode form NFC. */
    public @Nullable String optional(String column, int longest) {
        var raw = fields.getOrDefault(column, "");
        if (raw.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(column, "text-unusable", Map.of("longest", longest));
        }
        var text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (text.length() > longest) {
            throw refused(column, "text-unusable", Map.of("longest", longest));
        }
        return text.isEmpty() ? null : text;
    }

    /** Line of the file in which it begins; the header is line 1. */
    long number() {
        return number;
    }

    /** What in it looks like an identity or a telephone number, by column. */
    List<Fault> personalNumbers() {
        return PersonalNumbers.in(fields);
    }

    /** A day as {@code YYYY-MM-DD}. */
    public LocalDate day(String column) {
        return read(column, LocalDate::parse, "day-unreadable");
    }

    /** What a parser makes of the text; the code says that it cannot. */
    public <T> T read(String column, Function<String, T> parser, String code) {
        var text = text(column, 100);
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw refused(column, code, Map.of("value", text));
        }
    }

    /** One of the constants, by name. */
    public <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        var text = text(column, 100);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(column, "value-unknown", Map.of("value", text)));
    }

    /** One of the constants, if any. */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String column, Class<E> type) {
        return optional(column, 100) == null ? null : oneOf(column, type);
    }

    /** {@code yes} or {@code no}; nothing says no. */
    public boolean yes(String column) {
        var text = optional(column, 100);
        if (text == null || text.equals("no")) {
            return false;
        }
        if (text.equals("yes")) {
            return true;
        }
        throw refused(column, "value-unknown", Map.of("value", text));
    }

    /** All texts of the row, in the order of the columns. */
    public List<String> texts(List<String> columns) {
        return columns.stream().map(column -> fields.getOrDefault(column, "").strip()).toList();
    }

    /** A reason to refuse this row. */
    public RowRefused refused(String column, String code, Map<String, ?> args) {
        return new RowRefused(number, column, code, args);
    }
}
