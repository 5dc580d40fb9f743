package haicap.platform.records;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.problems.Refusal;
import java.util.Collection;
import java.util.function.Predicate;

/** Who sees which records of one kind. Safe for all threads. */
final class RecordSight<R extends WorkRecord> {

    private final RecordType<R> type;
    private final Predicate<Caller> seesAll;
    private final AccessScope accessScope;

    RecordSight(RecordType<R> type, Predicate<Caller> seesAll, AccessScope accessScope) {
        this.type = type;
        this.seesAll = seesAll;
        this.accessScope = accessScope;
    }

    /** Whether he sees those of every unit. */
    boolean ofAll(Caller caller) {
        return seesAll.test(caller);
    }

    /** Refuses with 404 who sees neither all nor what is his unit's or concerns it. */
    void require(Caller caller, Kept<R> kept) {
        if (!sees(caller, kept)) {
            throw Refusal.notFound(type.kind(), kept.head().id());
        }
    }

    /** Whether he sees all, or serves in a unit that has it, is concerned, or once had it. */
    boolean sees(Caller caller, Kept<R> kept) {
        var units = accessScope.units(caller);
        return ofAll(caller)
                || concerns(units, kept)
                || type.seenBy().apply(kept.record()).stream()
                        .anyMatch(unit -> units.contains(custodian(unit)));
    }

    /** Whether one of the units has it, or is named by an attribute that concerns it. */
    boolean concerns(Collection<String> units, Kept<R> kept) {
        return units.contains(kept.custodian())
                || kept.concerned().values().stream().anyMatch(units::contains);
    }

    private String custodian(String storedUnit) {
        return accessScope.custodian(storedUnit, type.objectClass());
    }
}
