package haicap.org.appointments;

import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An officer in a post from one instant to another. Ended appointments stay; nothing is removed.
 *
 * @param to when it ends, or ended; null while open
 * @param acting whether the officer only stands in: such an appointment always has an end
 * @param version rises by one at each change; 0 before it is first written
 */
record Appointment(
        String id,
        String postId,
        String officerId,
        String serviceNumber,
        Instant from,
        @Nullable Instant to,
        boolean acting,
        long version) {

    Appointment {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
    }

    boolean runsAt(Instant instant) {
        return !instant.isBefore(from) && endsAfter(instant);
    }

    private boolean endsAfter(Instant instant) {
        return to == null || to.isAfter(instant);
    }

    /**
     * Whether the two cannot stand together: a post has one holder, and at most one who stands in
     * for him; nobody is appointed twice to the same post at once.
     */
    boolean collidesWith(Appointment other) {
        return !id.equals(other.id)
                && postId.equals(other.postId)
                && (acting == other.acting || officerId.equals(other.officerId))
                && endsAfter(other.from)
                && other.endsAfter(from);
    }

    /** The appointment ending at this instant, earlier than it would have. */
    Appointment endedAt(Instant instant) {
        if (!endsAfter(instant)) {
            throw Refusal.conflict(
                    "appointment-ended", Map.of("id", id, "to", to, "attempted", instant));
        }
        if (instant.isBefore(from)) {
            throw Refusal.conflict(
                    "appointment-not-begun", Map.of("id", id, "from", from, "attempted", instant));
        }
        return withEnd(instant);
    }

    /** The appointment with this end, if it would have run longer. */
    Appointment endingAtLatest(@Nullable Instant instant) {
        return instant != null && endsAfter(instant) ? withEnd(instant) : this;
    }

    private Appointment withEnd(Instant end) {
        return new Appointment(id, postId, officerId, serviceNumber, from, end, acting, version);
    }

    /** The appointment after it was written once more. */
    Appointment next() {
        return new Appointment(id, postId, officerId, serviceNumber, from, to, acting, version + 1);
    }

    /** Whether an appointment of this id could be the same one: what never changes. */
    boolean isSameAs(Appointment other) {
        return id.equals(other.id)
                && postId.equals(other.postId)
                && officerId.equals(other.officerId)
                && from.equals(other.from)
                && acting == other.acting;
    }
}
