package haicap.platform.records;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What records of all kinds have.
 *
 * @param number that people read and say; given when it is entered, empty before, never changed
 * @param counter the version: rises by one with each change
 * @param unitId the unit under which it is stored; mergers never change it
 * @param parentId the record out of which it arose
 * @param openedAt when it was recorded, by which lists are in order
 * @param decidedPost the post that was decided on to answer for it; null while nobody was
 * @param referenceNumbers that others gave it and by which it is found, too
 */
public record Head(
        String id,
        String number,
        long counter,
        String unitId,
        @Nullable String parentId,
        Instant openedAt,
        @Nullable String decidedPost,
        List<String> referenceNumbers) {

    public Head {
        referenceNumbers = List.copyOf(referenceNumbers);
    }

    /** Of a new record, which has no number yet. */
    public static Head first(
            String id,
            String unitId,
            @Nullable String parentId,
            Instant openedAt,
            @Nullable String decidedPost) {
        return new Head(id, "", 1, unitId, parentId, openedAt, decidedPost, List.of());
    }

    Head numbered(String given) {
        return new Head(
                id, given, counter, unitId, parentId, openedAt, decidedPost, referenceNumbers);
    }

    /** Of the next version. */
    public Head next() {
        return new Head(
                id, number, counter + 1, unitId, parentId, openedAt, decidedPost, referenceNumbers);
    }

    /** The same with another post that answers. */
    public Head decidedOn(@Nullable String post) {
        return new Head(id, number, counter, unitId, parentId, openedAt, post, referenceNumbers);
    }

    /** The same opened at another moment. */
    public Head opened(Instant at) {
        return new Head(id, number, counter, unitId, parentId, at, decidedPost, referenceNumbers);
    }

    /** The same stored under another unit. */
    public Head passedTo(String unit) {
        return new Head(
                id, number, counter, unit, parentId, openedAt, decidedPost, referenceNumbers);
    }

    /** The same, also found by a number that others gave it. */
    public Head referredToAs(String reference) {
        return new Head(
                id,
                number,
                counter,
                unitId,
                parentId,
                openedAt,
                decidedPost,
                Stream.concat(referenceNumbers.stream(), Stream.of(reference)).distinct().toList());
    }
}
