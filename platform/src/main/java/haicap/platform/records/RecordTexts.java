package haicap.platform.records;

import haicap.platform.retention.EndedTexts.Files;
import java.util.List;
import java.util.stream.Stream;

/** Where the texts of records are, for {@link haicap.platform.retention.EndedTexts}. */
final class RecordTexts {

    private static final List<String> ERASURES =
            List.of(
                    """
                    UPDATE record
                    SET texts = '{}', erased_at = clock_timestamp()
                    WHERE id = ANY (:ids)
                    """,
                    """
                    UPDATE record_history
                    SET texts = '{}'
                    WHERE record_id = ANY (:ids) AND texts <> '{}'
                    """,
                    """
                    UPDATE record_correction
                    SET texts = '{}'
                    WHERE record_id = ANY (:ids) AND texts <> '{}'
                    """,
                    """
                    UPDATE record_document
                    SET texts = '{}'
                    WHERE record_id = ANY (:ids) AND texts <> '{}'
                    """);

    private RecordTexts() {}

    /**
     * The texts of one kind: of record and history, and of the kind's own tables. They are kept
     * while the record's parent is open: when that is opened again, its children's term is void.
     */
    static Files of(RecordType<?> type) {
        return new Files(
                type.retention(),
                """
                (SELECT id, ended_at, erased_at AS text_erased_at
                 FROM record
                 WHERE kind = '%s' AND NOT open
                   AND NOT EXISTS (
                       SELECT FROM record parent WHERE parent.id = record.parent_id AND parent.open))\
                """
                        .formatted(type.kind()),
                Stream.concat(ERASURES.stream(), type.erasures().stream()).toList());
    }
}
