package haicap.org.appointments;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.orgcopy.Title;
import haicap.platform.outbox.Outbox;
import haicap.platform.problems.Refusal;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.web.Page;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Appointments to posts. */
@RestController
class AppointmentsController {

    private final AppointmentRegister appointments;
    private final MakeAppointment make;
    private final EndAppointment end;
    private final Outbox outbox;

    AppointmentsController(
            AppointmentRegister appointments,
            MakeAppointment make,
            EndAppointment end,
            Outbox outbox) {
        this.appointments = appointments;
        this.make = make;
        this.end = end;
        this.outbox = outbox;
    }

    record AppointmentForm(
            @NotNull @Text(max = 40) String serviceNumber,
            @Nullable @NotLongAgo Instant from,
            @Nullable Instant to,
            @Nullable Boolean acting,
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        MakeAppointment.Order order() {
            return new MakeAppointment.Order(
                    serviceNumber,
                    from,
                    to,
                    Boolean.TRUE.equals(acting),
                    new Decision(decisionNumber, decidedAt, ground, note));
        }
    }

    record EndingForm(
            @Nullable @NotLongAgo Instant at,
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @Nullable @Text(max = 4_000, lines = true) String ground,
            @Nullable @Text(max = 4_000, lines = true) String note) {

        EndAppointment.Order order() {
            return new EndAppointment.Order(
                    at, new Decision(decisionNumber, decidedAt, ground, note));
        }
    }

    @PostMapping("/api/v1/posts/{id}/appointments")
    @OpenTo(
            titles = {Title.CITY_DIRECTOR, Title.DEPARTMENT_HEAD},
            refusal = "no-right-to-appoint")
    ResponseEntity<AppointmentView> make(
            @PathVariable String id,
            @Valid @RequestBody AppointmentForm form,
            Caller caller,
            WriteRequest request) {
        return make.make(id, form.order(), caller, request).toResponse();
    }

    @PostMapping("/api/v1/appointments/{id}/ending")
    @OpenTo(
            titles = {Title.CITY_DIRECTOR, Title.DEPARTMENT_HEAD},
            refusal = "no-right-to-appoint")
    ResponseEntity<AppointmentView> end(
            @PathVariable String id,
            @Valid @RequestBody EndingForm form,
            Caller caller,
            WriteRequest request) {
        return end.end(id, form.order(), caller, request).toResponse();
    }

    @GetMapping("/api/v1/appointments/{id}")
    ResponseEntity<AppointmentView> appointment(@PathVariable String id, Caller caller) {
        requireReader(caller);
        var appointment =
                appointments.find(id).orElseThrow(() -> Refusal.notFound("appointment", id));
        return ResponseEntity.ok()
                .eTag(outbox.version(appointment.version()).etag())
                .body(AppointmentView.of(appointment));
    }

    @GetMapping("/api/v1/posts/{id}/appointments")
    Page<AppointmentView> ofPost(@PathVariable String id, Caller caller) {
        requireReader(caller);
        return new Page<>(appointments.of(id).stream().map(AppointmentView::of).toList(), null);
    }

    /** Whoever reads an appointment reads of whom it is. */
    private static void requireReader(Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
    }
}
