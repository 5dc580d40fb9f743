package haicap.org.posts;

import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post, whoever holds it. Authority sits here; work of a vacant post shows at the one that it
 * reports to.
 *
 * @param field of work, where the post has one
 * @param reportsTo the post above, the last one recorded; null for the director
 * @param validTo the first day on which it is no more; null while it exists
 * @param version rises by one at each change; 0 before it is first written
 */
public record Post(
        String id,
        String unitId,
        Title title,
        @Nullable String field,
        @Nullable String reportsTo,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {

    public Post {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
        if ((title == Title.CITY_DIRECTOR) != (reportsTo == null)) {
            throw new IllegalArgumentException(id + " reports to nobody");
        }
    }

    /** Whether the post exists on this day. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The post ending on this day. */
    public Post abolishedOn(LocalDate day) {
        return new Post(id, unitId, title, field, reportsTo, validFrom, day, version);
    }

    /** The post reporting to another one. */
    public Post reportingTo(String superior) {
        return new Post(id, unitId, title, field, superior, validFrom, validTo, version);
    }

    /** The post after it was written once more. */
    public Post next() {
        return new Post(id, unitId, title, field, reportsTo, validFrom, validTo, version + 1);
    }

    /** Whether a post of this id could be the same one: what never changes in a post's life. */
    public boolean isSameAs(Post other) {
        return id.equals(other.id)
                && unitId.equals(other.unitId)
                && title == other.title
                && validFrom.equals(other.validFrom);
    }
}
