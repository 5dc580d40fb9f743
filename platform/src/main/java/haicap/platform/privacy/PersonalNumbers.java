package haicap.platform.privacy;

import haicap.platform.problems.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

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
    private static final Pattern OWN_NAME = Pattern.compile(".*(Id|Ids|serviceNumber)");
    private static final Pattern OWN_COLUMN = Pattern.compile("(.*_)?id|service_number");

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

    /** Of a number that one of these finds. */
    private static final int FEWEST_DIGITS = 6;

    private PersonalNumbers() {}

    /** What was found in a body, each with the pointer of its field. */
    public static List<Fault> in(JsonNode body) {
        var found = new ArrayList<Fault>();
        look(body, "", "", found);
        return List.copyOf(found);
    }

    /** What was found in a row of a file, by column, each with the column's name. */
    public static List<Fault> in(Map<String, String> row) {
        var found = new ArrayList<Fault>();
        new TreeMap<>(row)
                .forEach((column, text) -> {
                    if (!OWN_COLUMN.matcher(column).matches()) {
                        look(text.strip(), column, found);
                    }
                });
        return List.copyOf(found);
    }

    private static void look(JsonNode node, String name, String pointer, List<Fault> found) {
        if (node.isObject()) {
            node.forEachEntry(
                    (field, value) -> look(value, field, pointer + "/" + escaped(field), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), name, pointer + "/" + i, found);
            }
        } else if (node.isString() && !OWN_NAME.matcher(name).matches()) {
            look(node.asString(), pointer, found);
        }
    }

    private static void look(String text, String pointer, List<Fault> found) {
        if (digits(text) < FEWEST_DIGITS || DATE.matcher(text).matches()) {
            return;
        }
        var foreign = OWN_ID.matcher(text).replaceAll("");
        if (IDENTITY.matcher(foreign).find()) {
            found.add(new Fault(pointer, "identity-number-suspected", Map.of()));
        }
        if (TELEPHONE.matcher(foreign).find()) {
            found.add(new Fault(pointer, "telephone-number-suspected", Map.of()));
        }
    }

    private static long digits(String text) {
        return text.chars().filter(each -> '0' <= each && each <= '9').count();
    }

    private static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
