package haicap.reporting.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was known when a batch arrived, and what is known after each of its events. For one thread.
 *
 * @param facts by file
 * @param custodians which unit's figures count what is stored at an origin
 * @param told happenings that have been told
 */
record Known(Map<String, Fact> facts, Map<Origin, String> custodians, Set<Happening> told) {

    /** Something that happened to a file: it made this version of it. */
    record Happening(String fileId, long version) {}

    static Known nothing() {
        return new Known(new HashMap<>(), new HashMap<>(), new HashSet<>());
    }
}
