package haicap.platform.records;

import java.util.List;
import java.util.Map;

/**
 * Something that can be done to records of a kind.
 *
 * @param action how history and audit name it, such as {@code remedy}
 * @param event how others hear of it, such as {@code FindingRemedied}
 * @param occurrences what it is to the law, in this order: each meets and starts clocks
 */
public record Deed(String action, String event, List<String> occurrences) {

    public Deed {
        occurrences = List.copyOf(occurrences);
    }

    public Deed(String action, String event, String... occurrences) {
        this(action, event, List.of(occurrences));
    }

    /** Done: the record is now as given. */
    public <R extends WorkRecord> Outcome<R> of(R after) {
        return new Outcome<>(this, after, null, null, Map.of(), null);
    }
}
