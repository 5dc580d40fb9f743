package haicap.org.transfers;

import haicap.org.events.Happened;
import haicap.org.functions.FunctionRegisters;
import haicap.org.registers.Registers;
import haicap.platform.orgcopy.FunctionHolder;
import haicap.platform.records.Outcome;
import haicap.platform.records.Projection;
import haicap.platform.time.Hanoi;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes the receiving unit of a signed transfer the holder of its function, in the same
 * transaction: from the day of the transfer on it performs it, and whoever performed it does so no
 * more, in every service.
 */
@Component
class HoldersOfFunctions implements Projection<FunctionTransfer> {

    private final Registers registers;

    HoldersOfFunctions(Registers registers) {
        this.registers = registers;
    }

    @Override
    public void saved(List<Outcome<FunctionTransfer>> done) {
        done.stream()
                .filter(each -> each.deed().equals(FunctionTransferType.SIGN))
                .map(Outcome::after)
                .forEach(this::pass);
    }

    private void pass(FunctionTransfer transfer) {
        var day = transfer.effectiveOn();
        var entries = new ArrayList<FunctionHolder>();
        registers.all(FunctionRegisters.HOLDERS).values().stream()
                .filter(holder -> holder.functionId().equals(transfer.functionId()))
                .filter(holder -> isGivenUp(holder, transfer))
                .forEach(holder -> entries.add(holder.endingOn(day)));
        entries.add(
                new FunctionHolder(
                        transfer.holderId(),
                        transfer.functionId(),
                        transfer.head().unitId(),
                        transfer.toPostId(),
                        day,
                        null,
                        transfer.legalBasis(),
                        "DECIDED"));
        registers.enter(
                FunctionRegisters.HOLDERS,
                entries,
                holder -> Happened.recorded(Hanoi.startOf(day)));
    }

    /** Of a function of one holder all; of another one that of the unit from which it passes. */
    private boolean isGivenUp(FunctionHolder holder, FunctionTransfer transfer) {
        var day = transfer.effectiveOn();
        if (holder.validTo() != null && !holder.validTo().isAfter(day)) {
            return false;
        }
        boolean sole =
                registers
                        .find(FunctionRegisters.FUNCTIONS, transfer.functionId())
                        .orElseThrow()
                        .sole();
        return sole || holder.unitId().equals(transfer.fromUnitId());
    }
}
