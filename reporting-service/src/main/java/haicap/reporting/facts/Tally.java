package haicap.reporting.facts;

import haicap.reporting.feed.Changes;
import haicap.reporting.figures.Figure;
import haicap.reporting.files.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction counts more or less: in the figures of units, and, as far as custody decides
 * for whom it counts, in the sums of origins. For one thread.
 */
final class Tally {

    /** A figure of what is stored at an origin. */
    record Sum(Origin origin, Figure figure) {}

    private final Changes changes;
    private final Map<Sum, Long> sums = new HashMap<>();

    Tally(Changes changes) {
        this.changes = changes;
    }

    /** The file counts once more, or less, wherever it does at that instant. */
    void count(Fact fact, String custodian, Instant at, int more) {
        for (var span : fact.at(at)) {
            count(Origin.of(fact), custodian, span.unitId(), span.figure(), more);
        }
    }

    /**
     * So many more, or fewer, of an origin.
     *
     * @param unit for which they count, whoever has custody; null: for the custodian
     */
    void count(Origin origin, String custodian, @Nullable String unit, Figure figure, long more) {
        if (unit == null) {
            changes.count(custodian, figure, more);
            sums.merge(new Sum(origin, figure), more, Long::sum);
        } else {
            changes.count(unit, figure, more);
        }
    }

    /** What changes in sums of origins; nothing that adds up to none. */
    Map<Sum, Long> sums() {
        sums.values().removeIf(more -> more == 0);
        return sums;
    }
}
