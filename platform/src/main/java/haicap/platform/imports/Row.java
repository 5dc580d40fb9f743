package haicap.platform.imports;

import haicap.platform.privacy.PersonalNumbers;
import haicap.platform.problems.Fault;
import haicap.platform.texts.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a file, read by column. What cannot be read refuses the row. */
public final class Row {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int LONGEST = 4_000;
    private static final int LONGEST_WORD = 100;

    /** What stands for a value that could not be read, so that the rest of the row is read, too. */
    private static final List<String> IN_PLACE = List.of("x", "2025-07-01", "1");

    private final long number;
    private final Map<String, String> fields;
    private final Set<String> excused;

    /**
     * A row as it was read.
     *
     * @param number line of the file in which it begins; the header is line 1
     * @param fields by column
     */
    public Row(long number, Map<String, String> fields) {
        this(number, fields, Set.of());
    }

    private Row(long number, Map<String, String> fields, Set<String> excused) {
        this.number = number;
        this.fields = fields;
        this.excused = excused;
    }

    /**
     * Reads the row and adds all that is wrong with it: each column that cannot be read, or else
     * the rule that it breaks. What was made of a row with a fault is not to be used.
     *
     * @return null when something is wrong
     */
    public <T> @Nullable T read(Function<Row, T> reading, List<RowRefused> refusals) {
        var excusedNow = new HashSet<String>();
        while (true) {
            try {
                var made = reading.apply(new Row(number, fields, Set.copyOf(excusedNow)));
                return excusedNow.isEmpty() ? made : null;
            } catch (RowRefused refused) {
                if (excusedNow.isEmpty() || refused.isUnreadable()) {
                    refusals.add(refused);
                }
                if (!refused.isUnreadable() || !excusedNow.add(refused.column())) {
                    return null;
                }
            }
        }
    }

    /** The text in this column, of at most 4,000 characters. */
    public String text(String column) {
        return text(column, LONGEST);
    }

    /** The text in this column, in one line. */
    public String text(String column, int longest) {
        return needed(column, optional(column, longest));
    }

    /** The text in this column, of as many lines as it has. */
    public String lines(String column, int longest) {
        return needed(column, said(column, longest, true));
    }

    private String needed(String column, @Nullable String text) {
        if (text != null) {
            return text;
        }
        if (excused.contains(column)) {
            return IN_PLACE.getFirst();
        }
        throw unreadable(column, "value-missing", Map.of());
    }

    /** The text in this column, if any, of at most 4,000 characters. */
    public @Nullable String optional(String column) {
        return optional(column, LONGEST);
    }

    /** The text in this column, if any, in one line, by the rule for all texts. */
    public @Nullable String optional(String column, int longest) {
        return said(column, longest, false);
    }

    private @Nullable String said(String column, int longest, boolean lines) {
        if (excused.contains(column)) {
            return null;
        }
        var text = Texts.trimmed(Texts.normal(fields.getOrDefault(column, "")));
        if (Texts.length(text) > longest
                || Texts.holdsForbidden(text)
                || !lines && Texts.hasLines(text)) {
            throw unreadable(column, "text-unusable", Map.of("longest", longest));
        }
        return text.isEmpty() ? null : text;
    }

    /** An id: lower case letters, digits and hyphens. */
    public String id(String column) {
        var id = text(column);
        if (!ID.matcher(id).matches()) {
            throw unreadable(column, "id-unusable", Map.of("value", id));
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
        if (excused.contains(column)) {
            return inPlace(parser);
        }
        var text = text(column, LONGEST_WORD);
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw unreadable(column, code, Map.of("value", text));
        }
    }

    private static <T> T inPlace(Function<String, T> parser) {
        for (var text : IN_PLACE.subList(1, IN_PLACE.size())) {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                // then the next
            }
        }
        return parser.apply(IN_PLACE.getFirst());
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
        throw unreadable(column, "number-unreadable", Map.of("value", text));
    }

    /** One of the constants, by name. */
    public <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        if (excused.contains(column)) {
            return type.getEnumConstants()[0];
        }
        var text = text(column, LONGEST_WORD);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(column, "value-unknown", Map.of("value", text)));
    }

    /** One of the constants, if any. */
    public <E extends Enum<E>> @Nullable E optionalOneOf(String column, Class<E> type) {
        return optional(column) == null ? null : oneOf(column, type);
    }

    /** {@code yes} or {@code no}. */
    public boolean yes(String column) {
        return !excused.contains(column) && isYes(column, text(column, LONGEST_WORD));
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
            default -> throw unreadable(column, "value-unknown", Map.of("value", text));
        };
    }

    private RowRefused unreadable(String column, String code, Map<String, ?> args) {
        return new RowRefused(number, column, code, args, true);
    }

    /** A reason to refuse this row. */
    public RowRefused refused(String column, String code) {
        return new RowRefused(number, column, code, Map.of(), false);
    }

    /** A reason to refuse this row that names one thing. */
    public RowRefused refused(String column, String code, String name, Object value) {
        return new RowRefused(number, column, code, Map.of(name, value), false);
    }

    /** A reason to refuse this row that names several things. */
    public RowRefused refused(String column, String code, Map<String, ?> args) {
        return new RowRefused(number, column, code, args, false);
    }
}
