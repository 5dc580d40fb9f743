package haicap.org.investigators;

import haicap.org.events.Happened;
import haicap.org.investigators.AssignmentController.AssignmentRequest;
import haicap.org.investigators.AssignmentController.AssignmentView;
import haicap.org.investigators.AssignmentController.EndingRequest;
import haicap.org.registers.Registers;
import haicap.org.units.UnitRegister;
import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.authority.Authority;
import haicap.platform.authority.Subject;
import haicap.platform.ids.Ids;
import haicap.platform.orgcopy.InvestigatorAssignment;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Relation;
import haicap.platform.orgcopy.Tier;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Decision;
import haicap.platform.time.Hanoi;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The head of the investigation agency assigns investigators to communes, and ends that. From its
 * day on, and no longer than to its last, the assigned chief or deputy may institute cases.
 */
@Component
class DecideOnAssignments {

    private static final String ACTION = "investigator-assignment.decision";
    private static final String KIND = "investigator-assignment";

    private final Registers registers;
    private final UnitRegister units;
    private final Organisation organisation;
    private final Authority authority;
    private final AccessScope accessScope;
    private final Writes writes;
    private final Audit audit;
    private final Clock clock;

    DecideOnAssignments(
            Registers registers,
            UnitRegister units,
            Organisation organisation,
            Authority authority,
            AccessScope accessScope,
            Writes writes,
            Audit audit,
            Clock clock) {
        this.registers = registers;
        this.units = units;
        this.organisation = organisation;
        this.authority = authority;
        this.accessScope = accessScope;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    Answer assign(AssignmentRequest order, Caller caller, WriteRequest request) {
        require(caller, order.serviceNumber());
        Decision.require("/decidedAt", order.decidedAt(), Instant.EPOCH, clock.instant());
        requireFromToday("/from", order.from());
        if (order.to() != null && !order.to().isAfter(order.from())) {
            throw Refusal.invalid("/to", "ends-before-it-begins", Map.of());
        }
        requireCommune(order.unitId(), order.from());
        requirePosted(order);
        var id = Ids.next("ia");
        return writes.answer(
                request,
                Locks.on(id, order.serviceNumber()),
                () -> {
                    requireInvestigator(order);
                    requireNone(order);
                    var assignment =
                            new InvestigatorAssignment(
                                    id,
                                    order.serviceNumber(),
                                    order.unitId(),
                                    order.from(),
                                    order.to(),
                                    "DECIDED");
                    enter(assignment, order.from(), caller);
                    audit.wrote(
                            caller,
                            "assign",
                            KIND,
                            id,
                            Map.of("unit", order.unitId(), "decision", order.decisionNumber()));
                    return new Answer(
                            201,
                            "/api/v1/investigator-assignments/" + id,
                            null,
                            MediaType.APPLICATION_JSON_VALUE,
                            AssignmentView.of(assignment));
                });
    }

    Answer end(String id, EndingRequest ending, Caller caller, WriteRequest request) {
        Decision.require("/decidedAt", ending.decidedAt(), Instant.EPOCH, clock.instant());
        requireFromToday("/to", ending.to());
        require(caller, find(id).serviceNumber());
        return writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var running = find(id);
                    if (running.validTo() != null && !ending.to().isBefore(running.validTo())) {
                        throw Refusal.conflict(
                                "assignment-ends", Map.of("id", id, "day", running.validTo()));
                    }
                    if (ending.to().isBefore(running.validFrom())) {
                        throw Refusal.invalid("/to", "ends-before-it-begins", Map.of());
                    }
                    var ended = running.endingOn(ending.to());
                    enter(ended, ending.to(), caller);
                    audit.wrote(
                            caller, "end", KIND, id, Map.of("decision", ending.decisionNumber()));
                    return Answer.ok(AssignmentView.of(ended));
                });
    }

    InvestigatorAssignment find(String id) {
        return registers
                .find(InvestigatorRegisters.ASSIGNMENTS, id)
                .orElseThrow(() -> Refusal.notFound(KIND, id));
    }

    private void require(Caller caller, String serviceNumber) {
        accessScope.requireVerified(caller);
        authority.require(
                ACTION,
                caller,
                Subject.of(serviceNumber)
                        .with(Relation.SELF, serviceNumber.equals(caller.serviceNumber())));
    }

    private void requireFromToday(String pointer, LocalDate day) {
        var today = Hanoi.today(clock);
        if (day.isBefore(today)) {
            throw Refusal.invalid(pointer, "day-too-early", Map.of("from", today));
        }
    }

    private void requireCommune(String unitId, LocalDate day) {
        var unit = units.find(unitId).orElse(null);
        if (unit == null || unit.tier() != Tier.COMMUNE || !unit.inForceOn(day)) {
            throw Refusal.invalid("/unitId", "place-not-a-commune", Map.of("unit", unitId));
        }
    }

    private void requirePosted(AssignmentRequest order) {
        var at = Hanoi.startOf(order.from().plusDays(1)).minusMillis(1);
        if (organisation.postsHeldBy(order.serviceNumber(), at).stream()
                .noneMatch(post -> post.unitId().equals(order.unitId()))) {
            throw Refusal.invalid(
                    "/unitId",
                    "not-posted-there",
                    Map.of("officer", order.serviceNumber(), "unit", order.unitId()));
        }
    }

    private void requireInvestigator(AssignmentRequest order) {
        if (registers.all(InvestigatorRegisters.INVESTIGATORS).values().stream()
                .noneMatch(each ->
                        each.serviceNumber().equals(order.serviceNumber())
                                && each.inForceOn(order.from()))) {
            throw Refusal.invalid(
                    "/serviceNumber",
                    "not-an-investigator",
                    Map.of("officer", order.serviceNumber()));
        }
    }

    private void requireNone(AssignmentRequest order) {
        registers.all(InvestigatorRegisters.ASSIGNMENTS).values().stream()
                .filter(each -> each.serviceNumber().equals(order.serviceNumber()))
                .filter(each -> each.unitId().equals(order.unitId()))
                .filter(each -> each.validTo() == null || each.validTo().isAfter(order.from()))
                .filter(each -> order.to() == null || each.validFrom().isBefore(order.to()))
                .findAny()
                .ifPresent(each -> {
                    throw Refusal.conflict("assigned-already", Map.of("id", each.id()));
                });
    }

    private void enter(InvestigatorAssignment assignment, LocalDate from, Caller caller) {
        registers.enter(
                InvestigatorRegisters.ASSIGNMENTS,
                List.of(assignment),
                each -> Happened.byPost(caller.post().postId(), Hanoi.startOf(from)));
    }
}
