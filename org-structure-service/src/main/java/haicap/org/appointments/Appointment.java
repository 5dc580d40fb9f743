package haicap.org.appointments;

import haicap.org.officers.Officer;
import haicap.org.posts.Post;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Head;
import haicap.platform.records.WorkRecord;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An officer in a post from one instant to another, stored under the post's unit. Ended ones stay;
 * nothing is removed.
 *
 * @param to when it ends, or ended; null while nobody has decided that
 * @param acting whether the officer only stands in: such an appointment always has an end
 */
record Appointment(
        Head head,
        AppointmentState state,
        String postId,
        String officerId,
        String serviceNumber,
        Instant from,
        @Nullable Instant to,
        boolean acting,
        Texts texts)
        implements WorkRecord {

    /** Also what its ids begin with. */
    static final String KIND = "appointment";

    static final String OBJECT_CLASS = "APPOINTMENT";

    /** Only its history has any. */
    record Texts() {}

    Appointment {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to == null ? null : to.truncatedTo(ChronoUnit.MICROS);
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(head.id() + " ends before it begins");
        }
    }

    /** Made for so long as is wished, and as the post exists. */
    static Appointment made(
            String id,
            Instant openedAt,
            Post post,
            Officer officer,
            Instant from,
            @Nullable Instant wishedTo,
            boolean acting) {
        var lastDay = post.validTo();
        var end = lastDay == null ? null : Hanoi.startOf(lastDay);
        return new Appointment(
                Head.first(id, post.unitId(), null, openedAt, null),
                AppointmentState.MADE,
                post.id(),
                officer.id(),
                officer.serviceNumber(),
                from,
                end != null && (wishedTo == null || wishedTo.isAfter(end)) ? end : wishedTo,
                acting,
                new Texts());
    }

    /** The appointment ending at this instant, earlier than it would have. */
    Appointment endedAt(Instant instant) {
        if (!tenure().endsAfter(instant)) {
            throw Refusal.conflict(
                    "appointment-ended", Map.of("id", head.id(), "to", to, "attempted", instant));
        }
        if (instant.isBefore(from)) {
            throw Refusal.conflict(
                    "appointment-not-begun",
                    Map.of("id", head.id(), "from", from, "attempted", instant));
        }
        return withEnd(instant);
    }

    /**
     * The appointment with this end, if it would have run longer; one that has not begun then ends
     * as it begins.
     */
    Appointment endingAtLatest(Instant instant) {
        if (!tenure().endsAfter(instant)) {
            return this;
        }
        return withEnd(instant.isBefore(from) ? from : instant);
    }

    private Appointment withEnd(Instant end) {
        return new Appointment(
                head.next(),
                AppointmentState.ENDED,
                postId,
                officerId,
                serviceNumber,
                from,
                end,
                acting,
                texts);
    }

    /** What everybody must know of it. */
    Tenure tenure() {
        return new Tenure(
                head.id(), postId, officerId, serviceNumber, from, to, acting, head.counter());
    }

    /** What is dated back may be decided on from when it began. */
    @Override
    public Instant cameAt() {
        return from.isBefore(head.openedAt()) ? from : head.openedAt();
    }

    /** Until its end is decided. */
    @Override
    public boolean isOpen() {
        return to == null;
    }
}
