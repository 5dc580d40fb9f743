package haicap.platform.recount;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** How the files of one kind are counted. */
public interface Counts {

    /** The kind, which is also the class by which lineage passes its files on. */
    String objectClass();

    /** Where these files are told, by which a reader compares. */
    String topic();

    /** Sums per unit under which files are stored, with the figures that pass to its heir. */
    List<UnitSums> sums(Instant at);

    /** Figures that stay with the unit that did what they count. */
    default List<UnitSums> deeds(Instant at) {
        return List.of();
    }

    /** A part of the files stored under any of the units, shown as matters of the given one. */
    List<CountedFile> files(Collection<String> storedUnits, String custodian, Part part);
}
