package haicap.platform.records;

import java.time.Instant;
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
 */
public record Head(
        String id,
        String number,
        long counter,
        String unitId,
        @Nullable String parentId,
        Instant openedAt,
        @Nullable String decidedPost) {

    /** Of a new record, which has no number yet. */
    public static Head first(
            String id,
            String unitId,
            @Nullable String parentId,
            Instant openedAt,
            @Nullable String decidedPost) {
        return new Head(id, "", 1, unitId, parentId, openedAt, decidedPost);
    }

    Head numbered(String given) {
        return new Head(id, given, counter, unitId, parentId, openedAt, decidedPost);
    }

    /** Of the next version. */
    public Head next() {
        return new Head(id, number, counter + 1, unitId, parentId, openedAt, decidedPost);
    }

    /** The same with another post that answers. */
    public Head decidedOn(@Nullable String post) {
        return new Head(id, number, counter, unitId, parentId, openedAt, post);
    }

    /** The same opened at another moment. */
    public Head opened(Instant at) {
        return new Head(id, number, counter, unitId, parentId, at, decidedPost);
    }

    /** The same stored under another unit. */
    public Head passedTo(String unit) {
        return new Head(id, number, counter, unit, parentId, openedAt, decidedPost);
    }
}
