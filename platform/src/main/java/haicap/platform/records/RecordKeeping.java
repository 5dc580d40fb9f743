package haicap.platform.records;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.outbox.Outbox;
import haicap.platform.recount.CountedRows;
import haicap.platform.retention.EndedTexts;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** All that keeping records needs; gives each kind its {@link Records}. Safe for all threads. */
@Component
public class RecordKeeping {

    final RecordTable table;
    final RecordNumbers numbers;
    final RecordClockTable clocks;
    final RecordHistoryTable history;
    final RecordRoleTable roles;
    final RecordCustodyTable custody;
    final FormerTerms terms;
    final RecordCorrectionTable corrections;
    final CustodyTrail trail;
    final RecordLists lists;
    final CountedRows counts;
    final Writes writes;
    final Audit audit;
    final Outbox outbox;
    final EndedTexts endedTexts;
    final AccessScope accessScope;
    final Organisation organisation;
    final Clock clock;

    RecordKeeping(
            RecordTable table,
            RecordNumbers numbers,
            RecordClockTable clocks,
            RecordHistoryTable history,
            RecordRoleTable roles,
            RecordCustodyTable custody,
            FormerTerms terms,
            RecordCorrectionTable corrections,
            CustodyTrail trail,
            RecordLists lists,
            CountedRows counts,
            Writes writes,
            Audit audit,
            Outbox outbox,
            EndedTexts endedTexts,
            AccessScope accessScope,
            Organisation organisation,
            Clock clock) {
        this.table = table;
        this.numbers = numbers;
        this.clocks = clocks;
        this.history = history;
        this.roles = roles;
        this.custody = custody;
        this.terms = terms;
        this.corrections = corrections;
        this.trail = trail;
        this.lists = lists;
        this.counts = counts;
        this.writes = writes;
        this.audit = audit;
        this.outbox = outbox;
        this.endedTexts = endedTexts;
        this.accessScope = accessScope;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * The records of a kind.
     *
     * @param seesAll who sees those of every unit, not only of his own and where his is concerned
     */
    public <R extends WorkRecord> Records<R> of(RecordType<R> type, Predicate<Caller> seesAll) {
        return of(type, seesAll, Projection.none());
    }

    /** The same of a kind that keeps or tells something beside its records. */
    public <R extends WorkRecord> Records<R> of(
            RecordType<R> type, Predicate<Caller> seesAll, Projection<R> projection) {
        return new Records<>(type, seesAll, projection, this);
    }
}
