package haicap.platform.records;

import haicap.platform.recount.CountedFile;
import haicap.platform.recount.CountedRows;
import haicap.platform.recount.Counts;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The records of one kind as they are recounted. */
final class CountedRecords implements Counts {

    private final RecordType<?> type;
    private final CountedRows counts;

    CountedRecords(RecordType<?> type, CountedRows counts) {
        this.type = type;
        this.counts = counts;
    }

    @Override
    public String topic() {
        return type.told().topic();
    }

    @Override
    public String objectClass() {
        return type.objectClass();
    }

    @Override
    public List<UnitSums> sums(Instant at) {
        return counts.sums(rows(), at);
    }

    @Override
    public List<UnitSums> deeds(Instant at) {
        return type.counted().deeds().stream()
                .flatMap(deeds -> counts.sums(deeds.rowsOf(type.kind()), at).stream())
                .map(UnitSums::figuresOnly)
                .filter(sums -> sums.figures().values().stream().anyMatch(files -> files != 0))
                .toList();
    }

    @Override
    public List<CountedFile> files(Collection<String> storedUnits, String custodian, Part part) {
        return counts.files(rows(), storedUnits, custodian, part);
    }

    private CountedRows.Rows rows() {
        return type.counted().rowsOf(type.kind());
    }
}
