package haicap.platform.restore;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.outbox.Incarnation.Life;
import haicap.platform.outbox.Reannouncements;
import haicap.platform.texts.Text;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which life of its database a service lives in, and its announcements of all that it has. */
@RestController
class IncarnationController {

    private static final String INCARNATION = "/api/v1/${haicap.service}/incarnation";
    private static final String SCOPE = "operations";

    /** Why the database is said to have been restored. */
    record Restored(@NotNull @Text(max = 400) String reason) {}

    /** The number of what was asked for; several requests before it begins are one. */
    record Requested(long number) {}

    private final RaiseIncarnation raise;
    private final Reannouncements reannouncements;

    IncarnationController(RaiseIncarnation raise, Reannouncements reannouncements) {
        this.raise = raise;
        this.reannouncements = reannouncements;
    }

    @GetMapping(INCARNATION)
    Life life(Caller caller) {
        caller.requireScope(SCOPE);
        return raise.life();
    }

    @PostMapping(INCARNATION)
    @OpenTo(scopes = SCOPE)
    ResponseEntity<Life> raise(
            @Valid @RequestBody Restored restored, Caller caller, WriteRequest request) {
        caller.requireScope(SCOPE);
        return raise.because(restored.reason(), caller, request).toResponse();
    }

    /** A consumer has lost a part of the topic. */
    @PostMapping("/internal/reannouncements")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Requested request(Caller caller) {
        caller.requireScope("internal.reannouncement");
        return new Requested(reannouncements.request("asked for by " + caller.name()));
    }
}
