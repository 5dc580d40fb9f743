package haicap.platform.audit;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons the whole chain again and says where it breaks first. */
@Component
class VerifyAudit {

    /** No retention may be shorter; the database refuses it, too. */
    static final Duration KEPT_AT_LEAST = Duration.ofDays(365);

    private static final int AT_ONCE = 100;

    /** What is wrong at a place. */
    enum Fault {
        ROW_CHANGED,
        ROW_DELETED,
        ROW_INSERTED,
        SEAL_CHANGED,
        SEAL_MISSING,
        DISPOSED_EARLY
    }

    /**
     * The first place where the chain breaks.
     *
     * @param row id of the row; null when the seal itself is at fault
     */
    record Break(long seal, @Nullable Long row, Fault fault) {}

    /**
     * What was found.
     *
     * @param rows that are there and proved
     * @param disposed whose time was over; their links stay
     * @param unsealed too young to be proved
     * @param head the last link's hash: whoever notes it can tell later that nothing before it was
     *     rewritten
     */
    @TellsOf(Matter.AUDIT)
    record Verification(
            Instant asOf,
            boolean intact,
            long seals,
            long rows,
            long disposed,
            long unsealed,
            String head,
            @Nullable Break firstBreak) {}

    private final Seals seals;
    private final Clock clock;

    VerifyAudit(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    Verification now() {
        var asOf = clock.instant();
        var unsealed = seals.unsealed().rows();
        var last = Seal.NONE;
        long rows = 0;
        long disposed = 0;
        for (var some = seals.after(0, AT_ONCE);
                !some.isEmpty();
                some = seals.after(last.number(), AT_ONCE)) {
            for (var seal : some) {
                var broken = broken(last, seal);
                if (broken != null) {
                    return new Verification(
                            asOf,
                            false,
                            last.number(),
                            rows,
                            disposed,
                            unsealed,
                            head(last),
                            broken);
                }
                rows += seal.disposedAt() == null ? seal.ids().length : 0;
                disposed += seal.disposedAt() == null ? 0 : seal.ids().length;
                last = seal;
            }
        }
        return new Verification(
                asOf, true, last.number(), rows, disposed, unsealed, head(last), null);
    }

    private @Nullable Break broken(Seal before, Seal seal) {
        if (seal.number() != before.number() + 1) {
            return new Break(before.number() + 1, null, Fault.SEAL_MISSING);
        }
        if (!seal.isBehind(before)) {
            return new Break(seal.number(), null, Fault.SEAL_CHANGED);
        }
        if (seal.isDisposedEarly(KEPT_AT_LEAST)) {
            return new Break(seal.number(), null, Fault.DISPOSED_EARLY);
        }
        return brokenRow(seal, seals.between(before, seal));
    }

    private static @Nullable Break brokenRow(Seal seal, List<AuditRow> found) {
        var sealed = new HashMap<Long, Integer>();
        for (int place = 0; place < seal.ids().length; place++) {
            sealed.put(seal.ids()[place], place);
        }
        for (var row : found) {
            var place = sealed.get(row.id());
            if (place == null) {
                return new Break(seal.number(), row.id(), Fault.ROW_INSERTED);
            }
            if (!Arrays.equals(row.digest(), seal.digest(place))) {
                return new Break(seal.number(), row.id(), Fault.ROW_CHANGED);
            }
        }
        return seal.disposedAt() == null ? missing(seal, found) : null;
    }

    private static @Nullable Break missing(Seal seal, List<AuditRow> found) {
        Map<Long, AuditRow> present =
                found.stream().collect(Collectors.toMap(AuditRow::id, Function.identity()));
        return Arrays.stream(seal.ids())
                .filter(id -> !present.containsKey(id))
                .mapToObj(id -> new Break(seal.number(), id, Fault.ROW_DELETED))
                .findFirst()
                .orElse(null);
    }

    private static String head(Seal seal) {
        return HexFormat.of().formatHex(seal.hash());
    }
}
