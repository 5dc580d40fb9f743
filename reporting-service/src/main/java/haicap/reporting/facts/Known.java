package haicap.reporting.facts;

import haicap.reporting.files.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was known when a batch arrived, and what is known after each of its events. For one thread.
 *
 * @param facts by file
 * @param custodians who has custody of what is stored at an origin
 * @param told happenings that have been told
 */
record Known(Map<String, Fact> facts, Map<Origin, String> custodians, Set<Happening> told) {

    /** Something that happened to a file: it made this version of it. */
    record Happening(String fileId, long version) {}

    static Known nothing() {
        return new Known(new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    String custodian(Fact fact) {
        return Objects.requireNonNull(custodians.get(Origin.of(fact)));
    }

    /** Every unit whose figures these arrivals may change. */
    Set<String> unitsWith(List<Arrival> arrivals) {
        var units = new HashSet<>(custodians.values());
        facts.values().forEach(fact -> units.addAll(fact.units()));
        arrivals.forEach(arrival -> units.addAll(arrival.fact().units()));
        return units;
    }
}
