package haicap.inspection.recount;

import haicap.platform.recount.Part;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How the files of one kind are counted. */
interface Counts {

    Kind kind();

    /** Sums per unit under which files are stored. */
    List<UnitSums> sums(Instant at);

    /** A part of the files stored under any of the units, shown as matters of the given one. */
    List<? extends Record> files(Collection<String> storedUnits, String custodian, Part part);
}
