package haicap.org.appointments;

import haicap.org.events.Happened;
import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.records.DecisionRequest;
import haicap.platform.records.Filter;
import haicap.platform.records.HistoryLine;
import haicap.platform.records.Kept;
import haicap.platform.records.Outcome;
import haicap.platform.records.Records;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of appointments: who may do what, and what happens then. */
@RestController
class AppointmentController {

    /** Who is appointed; at once unless another instant is named. */
    record AppointmentForm(
            @NotNull @Text(max = 40) String serviceNumber,
            @Nullable @NotLongAgo Instant from,
            @Nullable Instant to,
            @Nullable Boolean acting,
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {}

    /** When it ends; at once unless another instant is named. */
    record EndingForm(
            @Nullable @NotLongAgo Instant at,
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note)
            implements DecisionRequest {

        /** What it makes of an appointment. */
        Outcome<Appointment> of(Appointment appointment, Caller by, Instant now) {
            var end = Objects.requireNonNullElse(at, now);
            return AppointmentType.END
                    .of(appointment.endedAt(end))
                    .telling(Happened.byPost(by.post().postId(), end));
        }
    }

    /** An appointment in a list: officers are not listed across posts. */
    @TellsOf(Matter.POST)
    record AppointmentSummary(
            String id,
            String number,
            String unitId,
            String postId,
            Instant from,
            @Nullable Instant to,
            boolean acting,
            AppointmentState state) {

        static AppointmentSummary of(Kept<Appointment> kept) {
            var appointment = kept.record();
            return new AppointmentSummary(
                    appointment.head().id(),
                    appointment.head().number(),
                    kept.custodian(),
                    appointment.postId(),
                    appointment.from(),
                    appointment.to(),
                    appointment.acting(),
                    appointment.state());
        }
    }

    private final Records<Appointment> appointments;
    private final AppointmentRights rights;
    private final MakeAppointment make;
    private final AppointmentsOfPost ofPost;

    AppointmentController(
            Records<Appointment> appointments,
            AppointmentRights rights,
            MakeAppointment make,
            AppointmentsOfPost ofPost) {
        this.appointments = appointments;
        this.rights = rights;
        this.make = make;
        this.ofPost = ofPost;
    }

    @PostMapping("/api/v1/posts/{id}/appointments")
    @OpenTo(byRule = "appointment.decision")
    ResponseEntity<AppointmentView> make(
            @PathVariable String id,
            @Valid @RequestBody AppointmentForm form,
            Caller caller,
            WriteRequest request) {
        return make.make(id, form, caller, request).toResponse();
    }

    @PostMapping("/api/v1/appointments/{id}/ending")
    @OpenTo(byRule = "appointment.decision")
    ResponseEntity<AppointmentView> end(
            @PathVariable String id,
            @Valid @RequestBody EndingForm form,
            Caller caller,
            WriteRequest request) {
        return appointments
                .decide(
                        id,
                        form.decision(),
                        caller,
                        request,
                        appointment -> rights.require(caller, appointment.postId(), null),
                        (appointment, now) -> form.of(appointment, caller, now))
                .toResponse();
    }

    @GetMapping("/api/v1/appointments/{id}")
    ResponseEntity<AppointmentView> read(@PathVariable String id, Caller caller) {
        AppointmentRights.requireReader(caller);
        var appointment = AppointmentView.of(appointments.read(id, caller));
        return ResponseEntity.ok().eTag(appointment.version().etag()).body(appointment);
    }

    @GetMapping("/api/v1/appointments/{id}/history")
    ResponseEntity<Page<HistoryLine>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        AppointmentRights.requireReader(caller);
        return appointments.history(id, caller, limit, cursor).toResponse();
    }

    @GetMapping("/api/v1/appointments")
    ResponseEntity<Page<AppointmentSummary>> list(
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable String postId,
            @RequestParam(required = false) @Nullable Set<AppointmentState> state,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String decisionNumber,
            @RequestParam(required = false) @Nullable String cursor,
            Limit limit,
            Caller caller) {
        AppointmentRights.requireReader(caller);
        var filter =
                new Filter()
                        .ofUnit(unitId)
                        .with("postId", postId)
                        .in(state)
                        .numbered(number)
                        .decidedBy(decisionNumber);
        return appointments
                .list(filter, caller, limit, cursor, AppointmentSummary::of)
                .toResponse();
    }

    @GetMapping("/api/v1/posts/{id}/appointments")
    Page<AppointmentView> ofPost(@PathVariable String id, Caller caller) {
        AppointmentRights.requireReader(caller);
        return new Page<>(ofPost.of(id).stream().map(AppointmentView::of).toList(), null);
    }
}
