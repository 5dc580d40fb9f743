package haicap.reporting.quality;

import haicap.platform.events.EventJson;
import haicap.reporting.files.Fact;
import haicap.reporting.files.FileKind;
import java.util.List;
import java.util.Map;

/**
 * A source's files of one unit, in one cut.
 *
 * @param endOffsets per partition: who has passed them has heard of everything counted
 * @param items each with the fields that its events tell
 */
record SourceFiles(Map<Integer, Long> endOffsets, List<Map<String, Object>> items) {

    private record Listed(String id, long version) {}

    /** Under which unit a file is stored is not told; it is in the custody of the one asked for. */
    List<Fact> facts(FileKind kind, String custodian) {
        return items.stream()
                .map(EventJson::write)
                .map(item -> fact(item, kind, custodian))
                .toList();
    }

    private static Fact fact(String item, FileKind kind, String custodian) {
        var listed = EventJson.read(item, Listed.class);
        return new Fact(
                listed.id(), listed.version(), custodian, EventJson.read(item, kind.matter()));
    }
}
