package haicap.platform.recount;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How the files of one kind are counted; a bean of whoever keeps them. */
public interface Counts {

    /** The kind, which is also the class by which lineage passes its files on. */
    String objectClass();

    /** Sums per unit under which files are stored. */
    List<UnitSums> sums(Instant at);

    /** A part of the files stored under any of the units, shown as matters of the given one. */
    List<?> files(Collection<String> storedUnits, String custodian, Part part);

    /** The sums of a stored unit as sums of those to whom files and figures belong. */
    default Stream<UnitSums> attributed(UnitSums stored, String custodian) {
        return Stream.of(stored.in(custodian));
    }
}
