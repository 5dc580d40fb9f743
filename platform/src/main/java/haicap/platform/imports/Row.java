package haicap.platform.imports;

import haicap.platform.privacy.PersonalNumbers;
import haicap.platform.problems.Fault;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a file, read by column. What cannot be read refuses the row. */
public final class Row {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int LONGEST = 4_000;
    private static final int LONGEST_WORD = 100;

    private final long number;
    private final Map<String, String> fields;

    /**
     * A row as it was read.
     *
     * @param number line of the file in which it begins; the header is line 1
     * @param fields by column
     */
    public Row(long number, Map<String, String> fields) {
        this.number = number;
        this.fields = fields;
    }

    /** The text in this column, of at most 4,000 characters. */
    public String text(String column) {
        return text(column, LONGEST);
    }

    /** The text in this column. */
    public String text(String column, int longest) {
        var text = optional(column, longest);
        if (text == null) {
            throw refused(column, "value-missing");
        }
        return text;
    }

    /** The text in this column, if any, of at most 4,000 characters. */
    public @Nullable String optional(String column) {
        return optional(column, LONGEST);
    }

    /** The text in this column, if any; in Unicode form NFC. */
    public @Nullable String optional(String column, int longest) {
        var raw = fields.getOrDefault(column, "");
        var text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (raw.length() > LONGEST
                || text.length() > longest
                || raw.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(column, "text-unusable", "longest", longest);
        }
        return text.isEmpty() ? null : text;
    }

    /** All texts of the row, in the order of the columns. */
    public List<String> texts(List<String> columns) {
        return columns.stream().map(column -> fields.getOrDefault(column, "").strip()).toList();
    }

    /** An id: lower case letters, digits and hyphens. */
    public String id(String column) {
        var id = text(column);
        if (!ID.matcher(id).matches()) {
            throw refused(column, "id-unusable", "value", id);
        }
        return id;
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

    /**
     * What a parser makes of the text; the code says that it cannot.
     *
     * @param parser throws {@link DateTimeException} at what it cannot read
     */
    public <T> T read(String column, Function<String, T> parser, String code) {
        var text = text(column, LONGEST_WORD);
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw refused(column, code, "value", text);
        }
    }

    /** A day, if any. */
    public @Nullable LocalDate optionalDay(String column) {
        return optional(column) == null ? null : day(column);
    }

    /** A number of at least zero, if any. */
    public @Nullable BigDecimal optionalNumber(String column) {
        var text = optional(column);
        if (text == null) {
            return null;
        }
        try {
            var number = new BigDecimal(text);
            if (number.signum() >= 0 && number.precision() <= 18 && number.scale() <= 9) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw refused(column, "number-unreadable", "value", text);
    }

    /** One of the constants, by name. */
    public <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        var text = text(column, LONGEST_WORD);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(column, "value-unknown", "value", text));
    }

    /** One of the constants, if any. */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String column, Class<E> type) {
        return optional(column) == null ? null : oneOf(column, type);
    }

    /** {@code yes} or {@code no}. */
    public boolean yes(String column) {
        return isYes(column, text(column, LONGEST_WORD));
    }

    /** {@code yes} or {@code no}; nothing says no. */
    public boolean yesIfAny(String column) {
        var text = optional(column, LONGEST_WORD);
        return text != null && isYes(column, text);
    }

    private boolean isYes(String column, String text) {
        return switch (text) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw refused(column, "value-unknown", "value", text);
        };
    }

    /** A reason to refuse this row. */
    public RowRefused refused(String column, String code) {
        return new RowRefused(number, column, code, Map.of());
    }

    /** A reason to refuse this row that names one thing. */
    public RowRefused refused(String column, String code, String name, Object value) {
        return new RowRefused(number, column, code, Map.of(name, value));
    }

    /** A reason to refuse this row that names several things. */
    public RowRefused refused(String column, String code, Map<String, ?> args) {
        return new RowRefused(number, column, code, args);
    }
}
