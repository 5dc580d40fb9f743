package haicap.org.appointments;

import haicap.org.appointments.AppointmentController.AppointmentForm;
import haicap.org.events.Happened;
import haicap.org.officers.Officers;
import haicap.org.posts.Post;
import haicap.org.posts.PostRegister;
import haicap.platform.access.Caller;
import haicap.platform.ids.Ids;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Appoints an officer to a post, which is locked with the appointment: it has one holder. */
@Component
class MakeAppointment {

    private final Records<Appointment> appointments;
    private final TenureTable tenures;
    private final AppointmentRights rights;
    private final PostRegister posts;
    private final Officers officers;
    private final Writes writes;
    private final Clock clock;

    MakeAppointment(
            Records<Appointment> appointments,
            TenureTable tenures,
            AppointmentRights rights,
            PostRegister posts,
            Officers officers,
            Writes writes,
            Clock clock) {
        this.appointments = appointments;
        this.tenures = tenures;
        this.rights = rights;
        this.posts = posts;
        this.officers = officers;
        this.writes = writes;
        this.clock = clock;
    }

    Answer make(String postId, AppointmentForm form, Caller caller, WriteRequest request) {
        var ruling = rights.require(caller, postId, form.serviceNumber());
        var id = Ids.next(Appointment.KIND);
        return writes.answer(
                request,
                Locks.on(postId, id),
                () -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var decision = form.decision();
                    decision.require(Instant.EPOCH, now);
                    var made = appointment(id, postId, form, now);
                    refuseCollision(made.tenure());
                    var happened = Happened.byPost(caller.post().postId(), made.from());
                    var outcome = AppointmentType.MAKE.of(made).telling(happened).allowedBy(ruling);
                    var kept = appointments.enter(outcome, decision, caller, now);
                    return Answer.created(
                            "/api/v1/appointments/" + id, kept.version(), AppointmentView.of(kept));
                });
    }

    private Appointment appointment(String id, String postId, AppointmentForm form, Instant now) {
        var post = posts.find(postId).orElseThrow(() -> Refusal.notFound("post", postId));
        var officer =
                officers.withServiceNumber(form.serviceNumber())
                        .orElseThrow(() ->
                                Refusal.invalid(
                                        "/serviceNumber",
                                        "officer-unknown",
                                        Map.of("serviceNumber", form.serviceNumber())));
        var from = Objects.requireNonNullElse(form.from(), now);
        var acting = Boolean.TRUE.equals(form.acting());
        requireEnd(form, from, acting);
        requireThere(post, from);
        return Appointment.made(id, now, post, officer, from, form.to(), acting);
    }

    private static void requireEnd(AppointmentForm form, Instant from, boolean acting) {
        var to = form.to();
        if (to == null && acting) {
            throw Refusal.invalid("/to", "acting-without-end", Map.of());
        }
        if (to != null && !to.isAfter(from)) {
            throw Refusal.invalid("/to", "ends-before-it-begins", Map.of());
        }
    }

    private static void requireThere(Post post, Instant from) {
        var day = Hanoi.dayOf(from);
        if (!post.existsOn(day)) {
            throw Refusal.conflict("post-not-there", Map.of("id", post.id(), "day", day));
        }
    }

    private void refuseCollision(Tenure wished) {
        for (var other : tenures.ofPosts(List.of(wished.postId()))) {
            if (wished.collidesWith(other)) {
                throw Refusal.conflict(
                        "post-held", Map.of("post", wished.postId(), "appointment", other.id()));
            }
        }
    }
}
