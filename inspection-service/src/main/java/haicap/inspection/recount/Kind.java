package haicap.inspection.recount;

import java.util.stream.Stream;

/** The kinds of files that are counted; each is also the class by which lineage passes it on. */
enum Kind {
    OBSTACLE,
    FINDING,
    /** Figures stay with the unit that was visited; only the files pass to its heir. */
    VISIT {
        @Override
        Stream<UnitSums> attributed(UnitSums stored, String custodian) {
            return Stream.of(stored.filesOnly().in(custodian), stored.figuresOnly());
        }
    };

    /** The sums of a stored unit as sums of those to whom files and figures belong. */
    Stream<UnitSums> attributed(UnitSums stored, String custodian) {
        return Stream.of(stored.in(custodian));
    }
}
