package haicap.inspection.recount;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How the files of one kind are counted. */
interface Counts {

    Kind kind();

    /** Sums per unit under which files are stored. */
    List<UnitSums> sums(Instant at);

    /** The files stored under any of the units, shown as matters of the given one. */
    List<? extends Record> files(Collection<String> storedUnits, String custodian);
}
