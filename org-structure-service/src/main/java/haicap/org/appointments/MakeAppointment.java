package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.org.officers.Officers;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.ids.Ids;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
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

/** Appoints an officer to a post. */
@Component
class MakeAppointment {

    private final AppointmentRegister appointments;
    private final AppointmentDecisions decisions;
    private final AppointmentRight right;
    private final PostRegister posts;
    private final Officers officers;
    private final Writes writes;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    MakeAppointment(
            AppointmentRegister appointments,
            AppointmentDecisions decisions,
            AppointmentRight right,
            PostRegister posts,
            Officers officers,
            Writes writes,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.appointments = appointments;
        this.decisions = decisions;
        this.right = right;
        this.posts = posts;
        this.officers = officers;
        this.writes = writes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param from when it begins; null for at once
     */
    record Order(
            String serviceNumber,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean acting,
            Decision decision) {}

    Answer make(String postId, Order order, Caller caller, WriteRequest request) {
        right.require(caller, post(postId));
        right.requireNotOneself(caller, order.serviceNumber());
        order.decision().requireDecidedBy(clock.instant());
        var id = Ids.next("appointment");
        return writes.answer(
                request,
                Locks.on(postId, id),
                () -> {
                    var post = post(postId);
                    var appointment = draft(id, post, order);
                    refuseCollision(appointment);
                    var made =
                            appointments.make(
                                    appointment,
                                    post.unitId(),
                                    Happened.byPost(caller.post().postId(), appointment.from()));
                    decisions.record(made, "make", order.decision(), caller.post().postId());
                    audit.wrote(
                            caller, "appointment.make", "appointment", id, Map.of("post", postId));
                    return Answer.created(
                            "/api/v1/appointments/" + id,
                            outbox.version(made.version()),
                            AppointmentView.of(made));
                });
    }

    private Post post(String id) {
        return posts.find(id).orElseThrow(() -> Refusal.notFound("post", id));
    }

    private Appointment draft(String id, Post post, Order order) {
        var officer =
                officers.withServiceNumber(order.serviceNumber())
                        .orElseThrow(() ->
                                Refusal.invalid(
                                        "/serviceNumber",
                                        "officer-unknown",
                                        Map.of("serviceNumber", order.serviceNumber())));
        var from = Objects.requireNonNullElseGet(order.from(), clock::instant);
        if (order.to() == null && order.acting()) {
            throw Refusal.invalid("/to", "acting-without-end", Map.of());
        }
        if (order.to() != null && !order.to().isAfter(from)) {
            throw Refusal.invalid("/to", "ends-before-it-begins", Map.of());
        }
        if (!post.existsOn(Hanoi.dayOf(from))) {
            throw Refusal.conflict(
                    "post-not-there", Map.of("id", post.id(), "day", Hanoi.dayOf(from)));
        }
        return new Appointment(
                        id,
                        post.id(),
                        officer.id(),
                        officer.serviceNumber(),
                        from,
                        order.to(),
                        order.acting(),
                        0)
                .endingAtLatest(post.validTo() == null ? null : Hanoi.startOf(post.validTo()));
    }

    private void refuseCollision(Appointment appointment) {
        for (var other : appointments.of(appointment.postId())) {
            if (appointment.collidesWith(other)) {
                throw Refusal.conflict(
                        "post-held",
                        Map.of("post", appointment.postId(), "appointment", other.id()));
            }
        }
    }
}
