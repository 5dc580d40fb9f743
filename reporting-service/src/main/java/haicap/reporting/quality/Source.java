package haicap.reporting.quality;

import haicap.reporting.files.FileKind;
import java.util.List;

/**
 * A service that keeps files of a kind and recounts them from its own tables.
 *
 * @param part its name among the parts
 * @param topic on which it tells of them
 */
record Source(String part, String topic, FileKind kind) {

    static final List<Source> ALL =
            List.of(
                    new Source("case", "haicap.case.v1", FileKind.CRIME_REPORT),
                    new Source("inspection", "haicap.inspection.v1", FileKind.VISIT),
                    new Source("inspection", "haicap.inspection.v1", FileKind.FINDING),
                    new Source("inspection", "haicap.inspection.v1", FileKind.OBSTACLE));
}
