package haicap.platform.records;

import haicap.platform.access.Caller;
import haicap.platform.authority.Ruling;
import haicap.platform.deadlines.DeadlineView;
import haicap.platform.ids.Ids;
import haicap.platform.outbox.Announceable;
import haicap.platform.outbox.AnnouncedKind;
import haicap.platform.problems.Refusal;
import haicap.platform.recount.Countable;
import haicap.platform.recount.Counts;
import haicap.platform.retention.RecordClass;
import haicap.platform.retention.Retained;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind: what is done to them by decision, and what can be asked of them. A bean
 * of the kind's feature, by which recount, retention and re-announcement find it, too. Safe for all
 * threads.
 *
 * <p>A transition goes this way, in one transaction ({@link #decide}):
 *
 * <ol>
 *   <li>who may not see the record is told 404, with 503 a caller whose posts nobody can tell now;
 *   <li>under the record's lock, who may not decide is told 403;
 *   <li>who names no version 428, who saw another one 412;
 *   <li>a decision whose date cannot be is refused with 422;
 *   <li>the kind's transition makes the next version, or refuses with 409;
 *   <li>record, clocks, history, former post and unit are saved, the deed is audited and announced,
 *       and the answer is remembered.
 * </ol>
 *
 * <p>A new record is given its number when it is entered; what the kind makes of it has none yet.
 */
public final class Records<R extends WorkRecord> implements Countable, Retained, Announceable {

    private final RecordType<R> type;
    private final RecordSight<R> sight;
    private final RecordKeeping keeping;
    private final KeptRecords<R> kept;
    private final Corrections<R> corrections;

    Records(
            RecordType<R> type,
            Predicate<Caller> seesAll,
            Projection<R> projection,
            RecordKeeping keeping) {
        this.type = type;
        this.sight = new RecordSight<>(type, seesAll, keeping.accessScope);
        this.keeping = keeping;
        this.kept = new KeptRecords<>(type, projection, keeping);
        this.corrections = new Corrections<>(this, keeping);
    }

    /** Its declaration. */
    RecordType<R> type() {
        return type;
    }

    /** How they are kept. */
    KeptRecords<R> kept() {
        return kept;
    }

    @Override
    public Counts counts() {
        return new CountedRecords(type, keeping.counts);
    }

    @Override
    public RecordClass retained() {
        return keeping.endedTexts.of(RecordTexts.of(type));
    }

    @Override
    public AnnouncedKind announced() {
        return new AnnouncedRecords<>(kept, keeping.clock);
    }

    /** What waits for a post, to be handed over. */
    public PostWork<R> ofPosts() {
        return new PostWork<>(this, keeping.table);
    }

    /** How papers are laid beside one. */
    public RecordFiling<R> filing() {
        return new RecordFiling<>(this, sight, keeping);
    }

    /** How what was mistyped is corrected. */
    public Corrections<R> corrections() {
        return corrections;
    }

    /**
     * Opens a new record and answers with it.
     *
     * @param first makes it, given its id and the present instant; runs in the transaction and may
     *     refuse
     */
    public Answer open(
            Caller caller, WriteRequest request, BiFunction<String, Instant, Outcome<R>> first) {
        return opened(now -> null, caller, request, first);
    }

    /**
     * The same by a written decision, which like any other refuses with 503 a caller whose posts
     * nobody can tell now.
     *
     * @param decision given the present instant
     */
    public Answer open(
            Function<Instant, Decision> decision,
            Caller caller,
            WriteRequest request,
            BiFunction<String, Instant, Outcome<R>> first) {
        keeping.accessScope.requireVerified(caller);
        return opened(
                now -> {
                    var decided = decision.apply(now);
                    decided.require(Instant.EPOCH, now);
                    return decided;
                },
                caller,
                request,
                first);
    }

    private Answer opened(
            Function<Instant, @Nullable Decision> decision,
            Caller caller,
            WriteRequest request,
            BiFunction<String, Instant, Outcome<R>> first) {
        var id = Ids.next(type.idPrefix());
        return keeping.writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var now = Moments.now(keeping.clock);
                    var decided = decision.apply(now);
                    var made = enter(first.apply(id, now), decided, caller, now);
                    return Answer.created(
                            type.path() + "/" + id, made.version(), shown(made, request, now));
                });
    }

    /**
     * Takes a written decision on a record and answers with what became of it.
     *
     * @param right the rule by which the caller may decide this, or its refusal
     * @param transition what the decision makes of it, or its refusal
     */
    public Answer decide(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Function<R, Ruling> right,
            BiFunction<R, Instant, Outcome<R>> transition) {
        return decideKept(
                id,
                decision,
                caller,
                request,
                right,
                (before, now) -> transition.apply(before.record(), now));
    }

    /**
     * Opens one that has ended again, by the deed that its kind declares for that. When it ended is
     * void and stands in the history alone, and so is the term after which its texts, and those of
     * its children, would be erased; what its state said of a check of what was done is void, too.
     *
     * @param again what the decision makes of it, or its refusal: also of one that has not ended
     */
    public Answer reopen(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Function<R, Ruling> right,
            BiFunction<R, Instant, R> again) {
        var deed = Objects.requireNonNull(type.reopening(), type.kind());
        return decideKept(
                id,
                decision,
                caller,
                request,
                right,
                (before, now) -> {
                    var open = again.apply(before.record(), now);
                    var ended = new Change(keeping.table.endedAt(id), null);
                    return deed.of(open).noting(Map.of("endedAt", ended));
                });
    }

    /** Like {@link #decide}, where the transition depends on clocks or custodian, too. */
    public Answer decideKept(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Function<R, Ruling> right,
            BiFunction<Kept<R>, Instant, Outcome<R>> transition) {
        return decideOrLeave(
                id,
                decision,
                caller,
                request,
                before -> right.apply(before.record()),
                transition::apply);
    }

    /** The same where the record may also stay as it is: then the transition gives null. */
    Answer decideOrLeave(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Function<Kept<R>, Ruling> right,
            BiFunction<Kept<R>, Instant, @Nullable Outcome<R>> transition) {
        sight.require(caller, get(id));
        keeping.accessScope.requireVerified(caller);
        return keeping.writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var before = get(id);
                    var ruling = right.apply(before);
                    request.requireMatch(before.version());
                    var now = Moments.now(keeping.clock);
                    decision.require(before.record().cameAt(), now);
                    var done = transition.apply(before, now);
                    var after =
                            done == null
                                    ? before
                                    : enter(before, done.allowedBy(ruling), decision, caller, now);
                    return Answer.ok(after.version(), shown(after, request, now));
                });
    }

    private Object shown(Kept<R> after, WriteRequest request, Instant now) {
        return type.view().apply(after, new Viewer(request.language(), now));
    }

    /**
     * Enters a new record as part of something greater; the transaction at hand has locked its id.
     * Whoever enters several does so in the order of their units ({@link RecordNumbers}).
     */
    public Kept<R> enter(Outcome<R> first, @Nullable Decision decision, Caller by, Instant now) {
        return enter(null, first, decision, by, now);
    }

    /**
     * The same of what became of a known record.
     *
     * @param before as it was under the lock; null for a new one
     */
    public Kept<R> enter(
            @Nullable Kept<R> before,
            Outcome<R> done,
            @Nullable Decision decision,
            Caller by,
            Instant now) {
        return enter(List.of(new Entry<>(before, done)), decision, by, now).getFirst();
    }

    /** The same of many at once, by one statement for each table. */
    public List<Kept<R>> enter(
            List<Entry<R>> entries, @Nullable Decision decision, Caller by, Instant now) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var saved = kept.save(entries, decision, by, now);
        for (int i = 0; i < saved.size(); i++) {
            var deed = entries.get(i).done().deed();
            var action = type.kind() + "." + deed.action();
            keeping.audit.wrote(by, action, type.kind(), saved.get(i).head().id(), Map.of());
        }
        kept.announce(saved, entries, now, new Happened(now, by.postOrSystem()));
        return saved;
    }

    /**
     * Takes over a record that was kept elsewhere: a state, but nothing that happens now. Whoever
     * takes many over audits them as one.
     */
    public Kept<R> takeOver(Outcome<R> first, @Nullable Decision decision, Caller by, Instant now) {
        return takeOver(List.of(first), decision, by, now).getFirst();
    }

    /** The same of many at once, by one statement for each table. */
    public List<Kept<R>> takeOver(
            List<Outcome<R>> first, @Nullable Decision decision, Caller by, Instant now) {
        if (first.isEmpty()) {
            return List.of();
        }
        var entries = first.stream().map(done -> new Entry<>(null, done)).toList();
        var saved = kept.save(entries, decision, by, now);
        kept.announce(saved, entries, now, null);
        return saved;
    }

    /** How refusals and audit name the kind. */
    public String kind() {
        return type.kind();
    }

    /** Whether documents, links and references are laid beside its records. */
    public boolean hasPapers() {
        return type.hasPapers();
    }

    /** Where its records are read, such as {@code /api/v1/findings}. */
    public String path() {
        return type.path();
    }

    /** With which their ids begin, such as {@code fi}. */
    public String idPrefix() {
        return type.idPrefix();
    }

    /** Attributes of the body that hold numbers which others gave. */
    public List<String> foundBy() {
        return type.foundBy();
    }

    /** Whether there is such a record and the caller may see it. */
    public boolean sees(Caller caller, String id) {
        return kept.find(id).filter(found -> sight.sees(caller, found)).isPresent();
    }

    /**
     * The record of that id, whoever asks.
     *
     * @throws Refusal 404 when there is none
     */
    public Kept<R> get(String id) {
        return kept.get(id);
    }

    /** The records of these ids, whoever asks, in no order. */
    public List<Kept<R>> all(Collection<String> ids) {
        return kept.of(keeping.table.all(type.kind(), ids));
    }

    /** The record for a caller who may see it; that it was read is recorded. */
    public Kept<R> read(String id, Caller caller) {
        var seen = get(id);
        sight.require(caller, seen);
        keeping.audit.read(caller, type.kind(), id);
        return seen;
    }

    /** The same for a caller who is about to write. */
    public Kept<R> requireSeen(String id, Caller caller) {
        var seen = get(id);
        sight.require(caller, seen);
        keeping.accessScope.requireVerified(caller);
        return seen;
    }

    /** What was done to it, oldest first. */
    public Page<HistoryLine> history(
            String id, Caller caller, Limit limit, @Nullable String cursor) {
        read(id, caller);
        return keeping.history.of(id, limit, cursor);
    }

    /** Every clock of it, explained. */
    public RecordDeadlines deadlines(String id, Caller caller, Locale language) {
        var now = keeping.clock.instant();
        var clocks = read(id, caller).deadlines();
        return new RecordDeadlines(id, now, DeadlineView.of(clocks, now, language));
    }

    /** Which units have had it. */
    public Page<CustodyTerm> custody(String id, Caller caller) {
        return new Page<>(keeping.trail.of(read(id, caller).head(), type.objectClass()), null);
    }

    /** Which posts were decided on. */
    public Page<RoleTerm> roles(String id, Caller caller) {
        return new Page<>(keeping.roles.of(read(id, caller).head()), null);
    }

    /** A part of a list of what concerns the caller, without texts. */
    public <L> Page<L> list(
            Filter filter,
            Caller caller,
            Limit limit,
            @Nullable String cursor,
            Function<Kept<R>, L> line) {
        var rows =
                keeping.lists.list(
                        type,
                        filter,
                        caller,
                        sight.ofAll(caller),
                        this::storedUnder,
                        limit,
                        cursor);
        return new Page<>(kept.of(rows.items()).stream().map(line).toList(), rows.next());
    }

    /**
     * The units under which the records of a custodian are stored.
     *
     * @throws Refusal 404 for a unit that there never was
     */
    public Collection<String> storedUnder(String custodian) {
        if (keeping.organisation.unit(custodian).isEmpty()) {
            throw Refusal.notFound("unit", custodian);
        }
        return keeping.organisation.inCustodyOf(
                custodian, type.objectClass(), Hanoi.today(keeping.clock));
    }
}
