package haicap.org.functions;

import static java.util.Comparator.comparing;

import haicap.org.registers.Registers;
import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.Function.Level;
import haicap.platform.orgcopy.FunctionHolder;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Functions as of a day: who performs which, and what is amiss; for everybody signed in. */
@RestController
class FunctionController {

    private static final String FUNCTION = "FUNCTION";

    /**
     * Who performs a function.
     *
     * @param unitId the unit that does it today, or did on the day asked for
     * @param decidedUnitId the unit that was decided on; another one where it has ended since
     * @param postId the one post of it that does; null for the unit as such
     * @param to first day on which it does no more; null while it does
     * @param certainty how sure that is: CERTAIN, REPORTED, ASSUMED or DECIDED
     */
    record Performer(
            String id,
            String unitId,
            String decidedUnitId,
            @Nullable String postId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String decision,
            String certainty) {}

    /**
     * A function, with who performs it.
     *
     * @param level whether one body of the city performs it, or each commune in its own area
     * @param sole whether only one holder may have it on a day
     * @param field the field of work whose obstacles go to its holder
     */
    @TellsOf(Matter.UNIT)
    record FunctionView(
            String id,
            String nameVi,
            String nameEn,
            Level level,
            boolean sole,
            @Nullable String field,
            LocalDate from,
            @Nullable LocalDate to,
            List<Performer> performedBy) {}

    private final Registers registers;
    private final UnverifiedHandOvers handOvers;
    private final Organisation organisation;
    private final Clock clock;

    FunctionController(
            Registers registers,
            UnverifiedHandOvers handOvers,
            Organisation organisation,
            Clock clock) {
        this.registers = registers;
        this.handOvers = handOvers;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping("/api/v1/functions")
    Page<FunctionView> list(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String unitId) {
        var day = dayOf(asOf);
        if (unitId != null && organisation.unit(unitId).isEmpty()) {
            throw Refusal.notFound("unit", unitId);
        }
        var holders = registers.all(FunctionRegisters.HOLDERS).values();
        return new Page<>(
                functions().values().stream()
                        .filter(function -> function.inForceOn(day))
                        .sorted(comparing(Function::id))
                        .map(function ->
                                view(function, holders, day, holder -> holder.inForceOn(day)))
                        .filter(function -> unitId == null || isPerformedBy(function, unitId))
                        .toList(),
                null);
    }

    /** With all who ever performed it, the first one first. */
    @GetMapping("/api/v1/functions/{id}")
    FunctionView read(@PathVariable String id) {
        var function =
                registers
                        .find(FunctionRegisters.FUNCTIONS, id)
                        .orElseThrow(() -> Refusal.notFound("function", id));
        var holders = registers.all(FunctionRegisters.HOLDERS).values();
        return view(function, holders, dayOf(null), holder -> true);
    }

    @GetMapping("/api/v1/function-gaps")
    Page<Gap> gaps(@RequestParam(required = false) @Nullable LocalDate asOf) {
        return new Page<>(
                Gap.on(
                        dayOf(asOf),
                        functions().values().stream().sorted(comparing(Function::id)).toList(),
                        registers.all(FunctionRegisters.HOLDERS).values(),
                        handOvers.byEntry()),
                null);
    }

    private Map<String, Function> functions() {
        return registers.all(FunctionRegisters.FUNCTIONS);
    }

    private static boolean isPerformedBy(FunctionView function, String unitId) {
        return function.performedBy().stream().anyMatch(holder -> holder.unitId().equals(unitId));
    }

    private FunctionView view(
            Function function,
            Collection<FunctionHolder> holders,
            LocalDate day,
            Predicate<FunctionHolder> such) {
        return new FunctionView(
                function.id(),
                function.nameVi(),
                function.nameEn(),
                function.level(),
                function.sole(),
                function.field(),
                function.validFrom(),
                function.validTo(),
                holders.stream()
                        .filter(holder -> holder.functionId().equals(function.id()))
                        .filter(such)
                        .sorted(
                                comparing(FunctionHolder::validFrom)
                                        .thenComparing(FunctionHolder::id))
                        .map(holder -> view(holder, day))
                        .toList());
    }

    private Performer view(FunctionHolder holder, LocalDate day) {
        return new Performer(
                holder.id(),
                organisation.heir(holder.unitId(), FUNCTION, day),
                holder.unitId(),
                holder.postId(),
                holder.validFrom(),
                holder.validTo(),
                holder.decision(),
                holder.certainty());
    }

    private LocalDate dayOf(@Nullable LocalDate asOf) {
        return Objects.requireNonNullElseGet(asOf, () -> Hanoi.today(clock));
    }
}
