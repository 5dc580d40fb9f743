package haicap.platform.privacy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * How a record or an export may be handled, from the lowest to the highest. What is a state secret
 * is not kept here at all: a record may only say that such a thing exists elsewhere.
 */
public enum Label {
    /** For everybody. */
    NORMAL,
    /** Within the force. */
    INTERNAL,
    /** For those whose matter it is; reading it is on record. */
    RESTRICTED,
    /** Refers to something that is not kept in this system. */
    CLASSIFIED_REF;

    /** Under this name it stands in every record that is answered as JSON. */
    public static final String FIELD = "classification";

    /** That of records of a type; one that does not say of what it tells is restricted. */
    public static Label of(Class<?> type) {
        var tells = type.getAnnotation(TellsOf.class);
        return tells == null
                ? RESTRICTED
                : Arrays.stream(tells.value())
                        .map(Matter::label)
                        .max(Comparator.naturalOrder())
                        .orElse(RESTRICTED);
    }

    /** That of an export: the highest of its rows. */
    public static Label ofExport(Collection<?> rows) {
        return rows.stream()
                .map(row -> of(row.getClass()))
                .max(Comparator.naturalOrder())
                .orElse(NORMAL);
    }
}
