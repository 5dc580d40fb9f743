package haicap.platform.privacy;

import haicap.platform.problems.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Looks for what seems to be an identity or a telephone number in the texts of a body or of a row
 * of a file. The finding names the field and never the digits. Every text is looked at, whatever
 * its name, save dates and the numbers by which the house itself names units, posts and officers.
 * Safe for all threads.
 */
public final class PersonalNumbers {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+Z?)?");
    private static final Pattern OWN_ID =
            Pattern.compile("\\b(?:[a-z]{1,2}\\d{2,3}|\\d{5})-20\\d{6}\\b");

    private static final Pattern IDENTITY =
            Pattern.compile(
                    """
                    (?<![\\p{L}\\d])(?:\\d{12}|\\d{9}|\\d{3}[ .]\\d{3}[ .]\\d{6}|\\d{3} \\d{3} \\d{3})(?!\\d)\
                    |\\b(?:CCCD|CMND|CMTND|căn cước|chứng minh nhân dân|hộ chiếu|passport)\\D{0,24}\\d{6}\
                    """,
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TELEPHONE =
            Pattern.compile(
                    """
                    (?<![\\d.,])(?:\\+84[ .-]?|0)\
                    (?:\\d{2}[ .-]?\\d{3,4}[ .-]?\\d{4}|\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}|\\d[ .-]?\\d{4}[ .-]?\\d{4})\
                    (?!\\d)\
                    """);

    private static final int TOLD_AT_MOST = 100;

    /** Of a number that one of these finds. */
    private static final int FEWEST_DIGITS = 6;

    private PersonalNumbers() {}

    /** What was found in a body, each with the pointer of its field; told of the first hundred. */
    public static List<Fault> in(JsonParser body) {
        var found = new ArrayList<Fault>();
        for (var token = body.nextToken();
                token != null && found.size() < TOLD_AT_MOST;
                token = body.nextToken()) {
            if (token == JsonToken.VALUE_STRING && !isOwnName(nameOf(body.streamReadContext()))) {
                look(
                        body.getString(),
                        () -> body.streamReadContext().pathAsPointer().toString(),
                        found);
            }
        }
        return List.copyOf(found);
    }

    /** Of the field in which a value, or the list around it, stands. */
    private static String nameOf(@Nullable TokenStreamContext place) {
        var field = place;
        while (field != null && field.inArray()) {
            field = field.getParent();
        }
        return field == null ? "" : Objects.requireNonNullElse(field.currentName(), "");
    }

    private static boolean isOwnName(String name) {
        return name.endsWith("Id") || name.endsWith("Ids") || name.endsWith("serviceNumber");
    }

    private static boolean isOwnColumn(String name) {
        return name.equals("id") || name.endsWith("_id") || name.equals("service_number");
    }

    /** What was found in a row of a file, by column, each with the column's name. */
    public static List<Fault> in(Map<String, String> row) {
        var found = new ArrayList<Fault>();
        new TreeMap<>(row)
                .forEach((column, text) -> {
                    if (!isOwnColumn(column)) {
                        look(text.strip(), () -> column, found);
                    }
                });
        return List.copyOf(found);
    }

    private static void look(String text, Supplier<String> pointer, List<Fault> found) {
        if (digits(text) < FEWEST_DIGITS || DATE.matcher(text).matches()) {
            return;
        }
        var foreign = OWN_ID.matcher(text).replaceAll("");
        if (IDENTITY.matcher(foreign).find()) {
            found.add(new Fault(pointer.get(), "identity-number-suspected", Map.of()));
        }
        if (TELEPHONE.matcher(foreign).find()) {
            found.add(new Fault(pointer.get(), "telephone-number-suspected", Map.of()));
        }
    }

    private static long digits(String text) {
        return text.chars().filter(each -> '0' <= each && each <= '9').count();
    }
}
