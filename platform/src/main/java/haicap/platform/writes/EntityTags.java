package haicap.platform.writes;

import haicap.platform.problems.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The versions that {@code If-Match} names (RFC 9110, 13.1.1): any of a list will do, a star stands
 * for whatever is there. A weak tag matches nothing.
 *
 * @param tags in their quotes
 */
public record EntityTags(List<String> tags) {

    private static final String ANY = "*";

    /** Goes back nowhere: what is repeated so takes no stack, however often. */
    private static final Pattern LIST =
            Pattern.compile("\\A(?:W/)?\"[^\"]*+\"(?:\\s*+,\\s*+(?:W/)?\"[^\"]*+\")*+\\z");

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

    /**
     * Reads the header.
     *
     * @throws Refusal 400 when it is no list of quoted tags
     */
    public static EntityTags read(String header) {
        if (header.strip().equals(ANY)) {
            return new EntityTags(List.of(ANY));
        }
        if (!LIST.matcher(header.strip()).matches()) {
            throw Refusal.malformed("If-Match", "entity-tag-expected", Map.of());
        }
        var tags = new ArrayList<String>();
        TAG.matcher(header).results().forEach(each -> tags.add(each.group()));
        return new EntityTags(List.copyOf(tags));
    }

    /** Whether one of them is this strong tag. */
    public boolean match(String tag) {
        return tags.contains(ANY) || tags.contains(tag);
    }

    /** As they were said. */
    @Override
    public String toString() {
        return String.join(", ", tags);
    }
}
