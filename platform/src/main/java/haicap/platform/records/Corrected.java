package haicap.platform.records;

import java.util.List;

/**
 * What is corrected of a record's history.
 *
 * @param was the entry as it was read until now
 * @param history all entries as they are to be read from now on, oldest first
 */
public record Corrected(HistoryEntry was, List<HistoryEntry> history) {

    /** The entry as it is to be read from now on. */
    public HistoryEntry is() {
        return history.stream()
                .filter(entry -> entry.counter() == was.counter())
                .findFirst()
                .orElseThrow();
    }
}
