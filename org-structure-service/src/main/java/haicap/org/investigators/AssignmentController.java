package haicap.org.investigators;

import haicap.platform.access.Caller;
import haicap.platform.access.OpenTo;
import haicap.platform.orgcopy.InvestigatorAssignment;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.texts.Text;
import haicap.platform.time.NotLongAgo;
import haicap.platform.writes.WriteRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of assignments of investigators to communes. */
@RestController
@RequestMapping("/api/v1/investigator-assignments")
class AssignmentController {

    /**
     * Whom to assign where.
     *
     * @param unitId a commune police in which the officer serves
     * @param from first day; today or later
     * @param to first day on which it is over; null for none
     */
    record AssignmentRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull @Text(max = 40) String serviceNumber,
            @NotNull @Text(max = 80) String unitId,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    /** From which day it is over; today or later. */
    record EndingRequest(
            @NotNull @Text(max = 100) String decisionNumber,
            @NotNull @NotLongAgo Instant decidedAt,
            @NotNull LocalDate to) {}

    /** An assignment as its readers see it. */
    @TellsOf(Matter.OFFICER)
    record AssignmentView(
            String id,
            String serviceNumber,
            String unitId,
            LocalDate from,
            @Nullable LocalDate to,
            String certainty) {

        static AssignmentView of(InvestigatorAssignment assignment) {
            return new AssignmentView(
                    assignment.id(),
                    assignment.serviceNumber(),
                    assignment.unitId(),
                    assignment.validFrom(),
                    assignment.validTo(),
                    assignment.certainty());
        }
    }

    private final DecideOnAssignments decide;

    AssignmentController(DecideOnAssignments decide) {
        this.decide = decide;
    }

    @PostMapping
    @OpenTo(byRule = "investigator-assignment.decision")
    ResponseEntity<AssignmentView> assign(
            @Valid @RequestBody AssignmentRequest order, Caller caller, WriteRequest request) {
        return decide.assign(order, caller, request).toResponse();
    }

    @PostMapping("/{id}/ending")
    @OpenTo(byRule = "investigator-assignment.decision")
    ResponseEntity<AssignmentView> end(
            @PathVariable String id,
            @Valid @RequestBody EndingRequest ending,
            Caller caller,
            WriteRequest request) {
        return decide.end(id, ending, caller, request).toResponse();
    }

    @GetMapping("/{id}")
    AssignmentView read(@PathVariable String id, Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
        return AssignmentView.of(decide.find(id));
    }
}
