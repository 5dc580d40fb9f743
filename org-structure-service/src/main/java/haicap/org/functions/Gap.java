package haicap.org.functions;

import haicap.platform.orgcopy.Function;
import haicap.platform.orgcopy.Function.Level;
import haicap.platform.orgcopy.FunctionHolder;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is amiss with a function on a day.
 *
 * @param entryIds the entries of the register that say who performs it
 * @param transferId the transfer whose hand-over nobody has verified
 */
@TellsOf(Matter.UNIT)
record Gap(
        String functionId,
        String nameVi,
        String nameEn,
        Kind kind,
        List<String> entryIds,
        @Nullable String transferId) {

    enum Kind {
        /** Nobody performs it. */
        NO_HOLDER,
        /** One alone may perform it, but several do. */
        SEVERAL_HOLDERS,
        /** Its holder began by a transfer whose hand-over nobody has verified. */
        HAND_OVER_NOT_VERIFIED
    }

    /**
     * All that is amiss on a day, by function. Functions of communes have no holder of their own:
     * each commune performs them.
     *
     * @param holders every entry of the register, whenever it is in force
     * @param unverified transfers, by the entry that each has made, that nobody has verified
     */
    static List<Gap> on(
            LocalDate day,
            Collection<Function> functions,
            Collection<FunctionHolder> holders,
            Map<String, String> unverified) {
        var gaps = new ArrayList<Gap>();
        for (var function : functions) {
            if (function.level() == Level.COMMUNE || !function.inForceOn(day)) {
                continue;
            }
            var now =
                    holders.stream()
                            .filter(holder -> holder.functionId().equals(function.id()))
                            .filter(holder -> holder.inForceOn(day))
                            .map(FunctionHolder::id)
                            .sorted()
                            .toList();
            if (now.isEmpty()) {
                gaps.add(of(function, Kind.NO_HOLDER, now, null));
            }
            if (function.sole() && now.size() > 1) {
                gaps.add(of(function, Kind.SEVERAL_HOLDERS, now, null));
            }
            now.stream()
                    .filter(unverified::containsKey)
                    .map(holder ->
                            of(
                                    function,
                                    Kind.HAND_OVER_NOT_VERIFIED,
                                    List.of(holder),
                                    unverified.get(holder)))
                    .forEach(gaps::add);
        }
        return gaps;
    }

    private static Gap of(
            Function function, Kind kind, List<String> holders, @Nullable String transfer) {
        return new Gap(
                function.id(), function.nameVi(), function.nameEn(), kind, holders, transfer);
    }
}
