package haicap.platform.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was laid beside a record, which itself stays as it was.
 *
 * @param action how history and audit name it, such as {@code document}
 * @param event how others hear of it, behind the name of the kind, such as {@code DocumentAdded}
 * @param head of the record's next version
 * @param happened what is told once
 * @param noted what the history notes of it
 * @param place where it is read, behind the record's address; null when it was there before
 * @param shown what is answered
 */
public record Filed(
        String action,
        String event,
        Head head,
        Object happened,
        Map<String, Change> noted,
        @Nullable String place,
        Object shown) {}
