package haicap.org.investigators;

import static java.util.Comparator.comparing;

import haicap.org.registers.Registers;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Grade;
import haicap.platform.orgcopy.Investigator;
import haicap.platform.orgcopy.InvestigatorAssignment;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Investigators as of a day, by service number. */
@RestController
class InvestigatorController {

    /**
     * Where an investigator may act.
     *
     * @param to first day on which he may no more; null while he may
     */
    record AssignedTo(String id, String unitId, LocalDate from, @Nullable LocalDate to) {}

    /**
     * An investigator.
     *
     * @param since from which day the grade is held
     * @param assignments to communes, on the day asked for
     */
    @TellsOf(Matter.OFFICER)
    record InvestigatorView(
            String id,
            String serviceNumber,
            Grade grade,
            LocalDate since,
            List<AssignedTo> assignments) {}

    private final Registers registers;
    private final Clock clock;

    InvestigatorController(Registers registers, Clock clock) {
        this.registers = registers;
        this.clock = clock;
    }

    @GetMapping("/api/v1/investigators")
    Page<InvestigatorView> list(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable Grade grade,
            Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
        var day = Objects.requireNonNullElseGet(asOf, () -> Hanoi.today(clock));
        var assignments =
                registers.all(InvestigatorRegisters.ASSIGNMENTS).values().stream()
                        .filter(each -> each.inForceOn(day))
                        .sorted(comparing(InvestigatorAssignment::id))
                        .toList();
        return new Page<>(
                registers.all(InvestigatorRegisters.INVESTIGATORS).values().stream()
                        .filter(each -> each.inForceOn(day))
                        .filter(each -> grade == null || each.grade() == grade)
                        .sorted(
                                comparing(Investigator::serviceNumber)
                                        .thenComparing(Investigator::id))
                        .map(each -> view(each, assignments))
                        .filter(each -> unitId == null || isAt(each, unitId))
                        .toList(),
                null);
    }

    private static boolean isAt(InvestigatorView investigator, String unitId) {
        return investigator.assignments().stream().anyMatch(each -> each.unitId().equals(unitId));
    }

    private static InvestigatorView view(
            Investigator investigator, Collection<InvestigatorAssignment> assignments) {
        return new InvestigatorView(
                investigator.id(),
                investigator.serviceNumber(),
                investigator.grade(),
                investigator.validFrom(),
                assignments.stream()
                        .filter(each -> each.serviceNumber().equals(investigator.serviceNumber()))
                        .map(each ->
                                new AssignedTo(
                                        each.id(), each.unitId(), each.validFrom(), each.validTo()))
                        .toList());
    }
}
