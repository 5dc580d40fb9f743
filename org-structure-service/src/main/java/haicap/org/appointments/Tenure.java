package haicap.org.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a post from when until when: what every service knows of an appointment, because
 * authority follows from it.
 *
 * @param id of the appointment
 * @param version of the appointment
 */
record Tenure(
        String id,
        String postId,
        String officerId,
        String serviceNumber,
        Instant from,
        @Nullable Instant to,
        boolean acting,
        long version) {

    boolean runsAt(Instant instant) {
        return !instant.isBefore(from) && endsAfter(instant);
    }

    boolean endsAfter(Instant instant) {
        return to == null || to.isAfter(instant);
    }

    /**
     * Whether the two cannot stand together: a post has one holder, and at most one who stands in
     * for him; nobody is appointed twice to the same post at once.
     */
    boolean collidesWith(Tenure other) {
        return !id.equals(other.id)
                && postId.equals(other.postId)
                && (acting == other.acting || officerId.equals(other.officerId))
                && endsAfter(other.from)
                && other.endsAfter(from);
    }

    /** Whether an appointment of this id could be the same one: what never changes. */
    boolean isSameAs(Tenure other) {
        return id.equals(other.id)
                && postId.equals(other.postId)
                && officerId.equals(other.officerId)
                && from.equals(other.from)
                && acting == other.acting;
    }
}
