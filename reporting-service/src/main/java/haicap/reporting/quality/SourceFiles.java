package haicap.reporting.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import haicap.platform.events.EventJson;
import haicap.reporting.files.CountedKind;
import haicap.reporting.files.Fact;
import java.util.List;
import java.util.Map;

/**
 * A source's files of one unit, in one cut.
 *
 * @param endOffsets per partition: who has passed them has heard of everything counted
 */
record SourceFiles(Map<Integer, Long> endOffsets, List<Listed> items) {

    /** A file with what its events tell of it. */
    record Listed(
            String id, long version, @JsonProperty("public") Map<String, Object> publicState) {}

    /** Under which unit a file is stored is not told; it is in the custody of the one asked for. */
    List<Fact> facts(CountedKind source, String custodian) {
        return items.stream()
                .map(item ->
                        Fact.of(
                                item.id(),
                                source.name(),
                                source.topic(),
                                item.version(),
                                custodian,
                                EventJson.write(item.publicState())))
                .toList();
    }
}
