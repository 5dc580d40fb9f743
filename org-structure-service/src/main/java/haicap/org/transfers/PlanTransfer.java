package haicap.org.transfers;

import haicap.org.functions.FunctionRegisters;
import haicap.org.posts.PostRegister;
import haicap.org.registers.Registers;
import haicap.org.transfers.FunctionTransfer.Texts;
import haicap.org.transfers.FunctionTransferController.PlanRequest;
import haicap.org.units.UnitRegister;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Head;
import haicap.platform.records.Outcome;
import haicap.platform.time.Hanoi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prepares a transfer; what it names must be there on its day. */
@Component
class PlanTransfer {

    private final Registers registers;
    private final UnitRegister units;
    private final PostRegister posts;

    PlanTransfer(Registers registers, UnitRegister units, PostRegister posts) {
        this.registers = registers;
        this.units = units;
        this.posts = posts;
    }

    Outcome<FunctionTransfer> planned(String id, PlanRequest wished, Instant now) {
        var today = Hanoi.dayOf(now);
        var day = wished.effectiveOn();
        if (day.isBefore(today)) {
            throw Refusal.invalid("/effectiveOn", "day-too-early", Map.of("from", today));
        }
        if ((wished.fromAgency() == null) == (wished.fromUnitId() == null)) {
            throw Refusal.invalid("/fromAgency", "agency-or-unit", Map.of());
        }
        requireFunction(wished.functionId(), day);
        requireUnit("/fromUnitId", wished.fromUnitId(), today);
        requireUnit("/toUnitId", wished.toUnitId(), day);
        requirePost(wished.toPostId(), wished.toUnitId());
        return FunctionTransferType.PLAN.of(
                new FunctionTransfer(
                        Head.first(id, wished.toUnitId(), null, now, null),
                        TransferState.PLANNED,
                        wished.functionId(),
                        wished.fromAgency(),
                        wished.fromUnitId(),
                        wished.toPostId(),
                        day,
                        wished.legalBasis(),
                        null,
                        null,
                        new Texts(null, null, null)));
    }

    private void requireFunction(String id, LocalDate day) {
        if (registers
                .find(FunctionRegisters.FUNCTIONS, id)
                .filter(function -> function.inForceOn(day))
                .isEmpty()) {
            throw Refusal.invalid("/functionId", "function-unknown", Map.of("id", id));
        }
    }

    private void requireUnit(String pointer, @Nullable String id, LocalDate day) {
        if (id != null && units.find(id).filter(unit -> unit.inForceOn(day)).isEmpty()) {
            throw Refusal.invalid(pointer, "unit-not-in-force", Map.of("id", id, "day", day));
        }
    }

    private void requirePost(@Nullable String postId, String unitId) {
        if (postId != null
                && posts.find(postId).filter(post -> post.unitId().equals(unitId)).isEmpty()) {
            throw Refusal.invalid(
                    "/toPostId", "post-not-of-unit", Map.of("post", postId, "unit", unitId));
        }
    }
}
