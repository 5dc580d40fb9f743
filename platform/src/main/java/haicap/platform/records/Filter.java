package haicap.platform.records;

import haicap.platform.web.Choices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a kind a list is to have; what is null asks for all. For one request and thread.
 */
public final class Filter {

    @Nullable String unitId;
    @Nullable String parentId;
    @Nullable String number;
    @Nullable String decisionNumber;
    @Nullable Boolean open;
    @Nullable Boolean overdue;
    @Nullable Instant dueBefore;
    @Nullable View view;
    boolean mostPressingFirst;
    String @Nullable [] states;
    String @Nullable [] decidedPosts;
    final Map<String, List<String>> attributes = new LinkedHashMap<>();

    /** What is the matter of this unit today. */
    public Filter ofUnit(@Nullable String unit) {
        unitId = unit;
        return this;
    }

    public Filter arisenFrom(@Nullable String parent) {
        parentId = parent;
        return this;
    }

    public Filter in(@Nullable Set<? extends Enum<?>> anyOfStates) {
        states = Choices.names(anyOfStates);
        return this;
    }

    public Filter open(@Nullable Boolean isOpen) {
        open = isOpen;
        return this;
    }

    /** Whether what is due has not been done in time. */
    public Filter overdue(@Nullable Boolean isOverdue) {
        overdue = isOverdue;
        return this;
    }

    public Filter dueBefore(@Nullable Instant instant) {
        dueBefore = instant;
        return this;
    }

    public Filter decidedOn(@Nullable String post) {
        decidedPosts = post == null ? null : new String[] {post};
        return this;
    }

    /** What has that number, or was given it by others. */
    public Filter numbered(@Nullable String asked) {
        number = asked;
        return this;
    }

    /** What a decision of that number was about. */
    public Filter decidedBy(@Nullable String number) {
        decisionNumber = number;
        return this;
    }

    public Filter seenAs(@Nullable View wished) {
        view = wished;
        return this;
    }

    /** What is due at any time, in that order; otherwise the newest comes first. */
    public Filter mostPressingFirst() {
        mostPressingFirst = true;
        return this;
    }

    /** Whose attribute is this. */
    public Filter with(String attribute, @Nullable String value) {
        return withAny(attribute, value == null ? null : List.of(value));
    }

    /** Whose attribute is one of these. */
    public Filter with(String attribute, @Nullable Set<? extends Enum<?>> values) {
        var names = Choices.names(values);
        return withAny(attribute, names == null ? null : List.of(names));
    }

    /** Whose attribute is one of these. */
    public Filter withAny(String attribute, @Nullable Collection<String> values) {
        if (values != null) {
            attributes.put(attribute, new ArrayList<>(values));
        }
        return this;
    }
}
