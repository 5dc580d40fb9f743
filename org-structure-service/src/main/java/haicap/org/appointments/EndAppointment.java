package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends an appointment; the officer's access through it ends with it. */
@Component
class EndAppointment {

    private final AppointmentRegister appointments;
    private final AppointmentDecisions decisions;
    private final AppointmentRight right;
    private final PostRegister posts;
    private final Writes writes;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    EndAppointment(
            AppointmentRegister appointments,
            AppointmentDecisions decisions,
            AppointmentRight right,
            PostRegister posts,
            Writes writes,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.appointments = appointments;
        this.decisions = decisions;
        this.right = right;
        this.posts = posts;
        this.writes = writes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param at when it ends; null for at once
     */
    record Order(@Nullable Instant at, Decision decision) {}

    Answer end(String id, Order order, Caller caller, WriteRequest request) {
        var post = post(appointment(id));
        right.require(caller, post);
        order.decision().requireDecidedBy(clock.instant());
        return writes.answer(
                request,
                Locks.on(post.id(), id),
                () -> {
                    var appointment = appointment(id);
                    request.requireMatch(outbox.version(appointment.version()));
                    var at = Objects.requireNonNullElseGet(order.at(), clock::instant);
                    var ended =
                            appointments.end(
                                    appointment.endedAt(at),
                                    post.unitId(),
                                    Happened.byPost(caller.post().postId(), at));
                    decisions.record(ended, "end", order.decision(), caller.post().postId());
                    audit.wrote(
                            caller,
                            "appointment.end",
                            "appointment",
                            id,
                            Map.of("post", post.id()));
                    return Answer.ok(outbox.version(ended.version()), AppointmentView.of(ended));
                });
    }

    private Appointment appointment(String id) {
        return appointments.find(id).orElseThrow(() -> Refusal.notFound("appointment", id));
    }

    private Post post(Appointment appointment) {
        return posts.find(appointment.postId())
                .orElseThrow(() -> Refusal.notFound("post", appointment.postId()));
    }
}
