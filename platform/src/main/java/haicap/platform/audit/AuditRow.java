package haicap.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit as it is sealed.
 *
 * @param recorded when it was written, by real time
 * @param fields every column as text, in a fixed order
 */
record AuditRow(Place place, Instant recorded, List<@Nullable String> fields) {

    private static final int ABSENT = -1;

    /** Where it stands in the order of the audit. */
    record Place(int incarnation, String xid, long id) {

        /** Before all rows. */
        static final Place BEGINNING = new Place(0, "0", 0);
    }

    long id() {
        return place.id();
    }

    /** Each field preceded by its length, so that nothing can be moved from one into the next. */
    byte[] digest() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var field : fields) {
                if (field == null) {
                    out.writeInt(ABSENT);
                } else {
                    var text = field.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Seal.sha256(bytes.toByteArray());
    }
}
