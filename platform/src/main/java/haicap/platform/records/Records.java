package haicap.platform.records;

import haicap.platform.access.Caller;
import haicap.platform.deadlines.DeadlineView;
import haicap.platform.deadlines.RunningDeadlines;
import haicap.platform.events.OutboundEvent;
import haicap.platform.events.PublicState;
import haicap.platform.ids.Ids;
import haicap.platform.orgcopy.Post;
import haicap.platform.outbox.AnnouncedKind;
import haicap.platform.problems.Refusal;
import haicap.platform.recount.CountedFile;
import haicap.platform.recount.CountedRows;
import haicap.platform.recount.Counts;
import haicap.platform.recount.Part;
import haicap.platform.recount.UnitSums;
import haicap.platform.retention.RecordClass;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
public final class Records<R extends WorkRecord> implements AnnouncedKind, RecordClass, Counts {

    private final RecordType<R> type;
    private final Predicate<Caller> seesAll;
    private final RecordKeeping keeping;
    private final RecordClass texts;
    private final Corrections<R> corrections;

    Records(RecordType<R> type, Predicate<Caller> seesAll, RecordKeeping keeping) {
        this.type = type;
        this.seesAll = seesAll;
        this.keeping = keeping;
        this.texts = keeping.endedTexts.of(RecordTexts.of(type));
        this.corrections = new Corrections<>(this, keeping);
    }

    /** Its declaration. */
    RecordType<R> type() {
        return type;
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
                    var now = now();
                    var decided = decision.apply(now);
                    var kept = enter(first.apply(id, now), decided, caller, now);
                    return Answer.created(
                            type.path() + "/" + id, kept.version(), shown(kept, request, now));
                });
    }

    /**
     * Takes a written decision on a record and answers with what became of it.
     *
     * @param right refuses a caller who may see the record but not decide this
     * @param transition what the decision makes of it, or its refusal
     */
    public Answer decide(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Consumer<R> right,
            BiFunction<R, Instant, Outcome<R>> transition) {
        return decideKept(
                id,
                decision,
                caller,
                request,
                right,
                (before, now) -> transition.apply(before.record(), now));
    }

    /** The same where the transition depends on clocks or custodian, too. */
    public Answer decideKept(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Consumer<R> right,
            BiFunction<Kept<R>, Instant, Outcome<R>> transition) {
        return decideOrLeave(id, decision, caller, request, right, transition::apply);
    }

    /** The same where the record may also stay as it is: then the transition gives null. */
    Answer decideOrLeave(
            String id,
            Decision decision,
            Caller caller,
            WriteRequest request,
            Consumer<R> right,
            BiFunction<Kept<R>, Instant, @Nullable Outcome<R>> transition) {
        requireSight(caller, get(id));
        keeping.accessScope.requireVerified(caller);
        return keeping.writes.answer(
                request,
                Locks.on(id),
                () -> {
                    var before = get(id);
                    right.accept(before.record());
                    request.requireMatch(before.version());
                    var now = now();
                    decision.require(before.record().cameAt(), now);
                    var done = transition.apply(before, now);
                    var after = done == null ? before : enter(before, done, decision, caller, now);
                    return Answer.ok(after.version(), shown(after, request, now));
                });
    }

    private Object shown(Kept<R> kept, WriteRequest request, Instant now) {
        return type.view().apply(kept, new Viewer(request.language(), now));
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
        var after = save(before, done, decision, by, now);
        var deed = done.deed();
        keeping.audit.wrote(
                by, type.kind() + "." + deed.action(), type.kind(), after.head().id(), Map.of());
        var happened = done.happened();
        announce(
                after,
                deed.event(),
                now,
                happened == null ? new Happened(now, by.postOrSystem()) : happened);
        return after;
    }

    /** How refusals and audit name the kind. */
    public String kind() {
        return type.kind();
    }

    /** Whether somebody on such a post may answer for records of the kind. */
    public boolean mayAnswer(Post post) {
        return type.answerable().test(post);
    }

    /** The open records that were decided on a post or wait for it, in the order of their ids. */
    public List<String> openOn(String postId) {
        return keeping.table.openOn(type, postId);
    }

    /**
     * Puts another post in the place of one, in everything that a record says; part of a decision
     * on many, whose transaction has locked its id.
     */
    public void decideOn(
            String id, String from, String to, Decision decision, Caller by, Instant now) {
        var before = get(id);
        decision.require(before.record().cameAt(), now);
        var head = before.head().next();
        var after =
                RecordJson.record(
                        type.type(),
                        from.equals(head.decidedPost()) ? head.decidedOn(to) : head,
                        RecordJson.bodyWith(before.record(), type.posts(), from, to),
                        RecordJson.text(before.record().texts()));
        var deed = new Deed("post-hand-over", type.told().aggregate() + "PostChanged");
        enter(before, deed.of(after).with(before.deadlines()), decision, by, now);
    }

    /**
     * Takes over a record that was kept elsewhere: a state, but nothing that happens now. Whoever
     * takes many over audits them as one.
     */
    public Kept<R> takeOver(Outcome<R> first, @Nullable Decision decision, Caller by, Instant now) {
        var kept = save(null, first, decision, by, now);
        announce(kept, first.deed().event(), now, null);
        return kept;
    }

    private Kept<R> save(
            @Nullable Kept<R> before,
            Outcome<R> done,
            @Nullable Decision decision,
            Caller by,
            Instant now) {
        var record = before == null ? numbered(done.after()) : done.after();
        var head = record.head();
        var ran = before == null ? RunningDeadlines.NONE : before.deadlines();
        var runs = clocks(ran, done, now);
        var after = kept(record, runs);
        keeping.table.save(row(after), type, now);
        keeping.clocks.save(head.id(), ran, runs);
        var changes =
                before == null
                        ? Map.<String, Change>of()
                        : Change.between(told(before), told(after));
        keeping.history.append(head, done.deed().action(), decision, changes, by, now);
        if (before != null) {
            keepFormer(before.head(), head, decision == null ? now : decision.at());
        }
        return after;
    }

    private R numbered(R first) {
        var head = first.head();
        return RecordJson.with(type.type(), first, head.numbered(keeping.numbers.next(head, type)));
    }

    private RunningDeadlines clocks(RunningDeadlines ran, Outcome<R> done, Instant now) {
        var law = type.law();
        if (done.clocks() != null) {
            return done.clocks();
        }
        return law == null ? ran : law.after(ran, done.deed().occurrences(), now);
    }

    private void keepFormer(Head before, Head after, Instant until) {
        if (!Objects.equals(before.decidedPost(), after.decidedPost())) {
            keeping.roles.ended(before, until);
        }
        if (!before.unitId().equals(after.unitId())) {
            keeping.custody.ended(before, until);
        }
    }

    private Record told(Kept<R> kept) {
        return type.told().state().apply(kept);
    }

    /** Announces something about a record in its present version. */
    void announce(Kept<R> kept, String event, Instant at, @Nullable Object happened) {
        keeping.outbox.append(announcement(kept, event, at, happened));
    }

    private OutboundEvent announcement(
            Kept<R> kept, String event, Instant at, @Nullable Object happened) {
        var told = type.told();
        return new OutboundEvent(
                told.topic(),
                kept.head().id(),
                told.aggregate(),
                told.type(event),
                kept.head().unitId(),
                kept.head().counter(),
                at,
                happened,
                told(kept));
    }

    /**
     * The record of that id, whoever asks.
     *
     * @throws Refusal 404 when there is none
     */
    public Kept<R> get(String id) {
        return keeping.table
                .find(type.kind(), id)
                .map(row -> kept(List.of(row)).getFirst())
                .orElseThrow(() -> Refusal.notFound(type.kind(), id));
    }

    /** The record for a caller who may see it; that it was read is recorded. */
    public Kept<R> read(String id, Caller caller) {
        var kept = get(id);
        requireSight(caller, kept);
        keeping.audit.read(caller, type.kind(), id);
        return kept;
    }

    /** The same for a caller who is about to write. */
    public Kept<R> requireSeen(String id, Caller caller) {
        var kept = get(id);
        requireSight(caller, kept);
        keeping.accessScope.requireVerified(caller);
        return kept;
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
                        seesAll.test(caller),
                        this::storedUnder,
                        limit,
                        cursor);
        return new Page<>(kept(rows.items()).stream().map(line).toList(), rows.next());
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

    private void requireSight(Caller caller, Kept<R> kept) {
        var units = keeping.accessScope.units(caller);
        if (seesAll.test(caller)
                || units.contains(kept.custodian())
                || type.concerned().values().stream()
                        .map(unit -> unit.apply(kept.record()))
                        .filter(Objects::nonNull)
                        .anyMatch(unit -> units.contains(custodian(unit)))
                || type.seenBy().apply(kept.record()).stream()
                        .anyMatch(unit -> units.contains(custodian(unit)))) {
            return;
        }
        throw Refusal.notFound(type.kind(), kept.head().id());
    }

    private String custodian(String storedUnit) {
        return keeping.accessScope.custodian(storedUnit, type.objectClass());
    }

    private List<Kept<R>> kept(List<RecordTable.Row> rows) {
        var law = type.law();
        var ids = rows.stream().map(row -> row.head().id()).toList();
        var clocks = law == null ? Map.<String, RunningDeadlines>of() : keeping.clocks.of(ids, law);
        return rows.stream()
                .map(row ->
                        kept(
                                RecordJson.record(type.type(), row.head(), row.body(), row.texts()),
                                clocks.getOrDefault(row.head().id(), RunningDeadlines.NONE)))
                .toList();
    }

    private Kept<R> kept(R record, RunningDeadlines deadlines) {
        return new Kept<>(
                record,
                deadlines,
                keeping.outbox.version(record.head().counter()),
                custodian(record.head().unitId()));
    }

    private RecordTable.Row row(Kept<R> kept) {
        var record = kept.record();
        return new RecordTable.Row(
                record.head(),
                record.state().name(),
                type.openWhile().test(kept),
                type.dueAt().apply(kept),
                RecordJson.body(record),
                RecordJson.text(record.texts()),
                PublicState.of(told(kept)));
    }

    private Instant now() {
        // what PostgreSQL keeps of an instant, so that event and table say the same
        return keeping.clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    // What counts for all kinds alike.

    @Override
    public String aggregate() {
        return type.told().aggregate();
    }

    @Override
    public String topic() {
        return type.told().topic();
    }

    @Override
    public String rows() {
        return "(SELECT id FROM record WHERE kind = '%1$s' AND id > '%2$s-') AS kept"
                .formatted(type.kind(), type.idPrefix());
    }

    @Override
    public OutboundEvent snapshot(String id) {
        return announcement(get(id), aggregate() + "Snapshot", keeping.clock.instant(), null);
    }

    @Override
    public String name() {
        return texts.name();
    }

    @Override
    public long due(Duration age) {
        return texts.due(age);
    }

    @Override
    public int dispose(Duration age, int atMost) {
        return texts.dispose(age, atMost);
    }

    @Override
    public String objectClass() {
        return type.objectClass();
    }

    private CountedRows.Rows counted() {
        return type.counted().rowsOf(type.kind());
    }

    @Override
    public List<UnitSums> sums(Instant at) {
        return keeping.counts.sums(counted(), at);
    }

    @Override
    public List<UnitSums> deeds(Instant at) {
        return type.counted().deeds().stream()
                .flatMap(deeds -> keeping.counts.sums(deeds.rowsOf(type.kind()), at).stream())
                .map(UnitSums::figuresOnly)
                .filter(sums -> sums.figures().values().stream().anyMatch(files -> files != 0))
                .toList();
    }

    @Override
    public List<CountedFile> files(Collection<String> storedUnits, String custodian, Part part) {
        return keeping.counts.files(counted(), storedUnits, custodian, part);
    }

    /** Tells once of each clock that has run out. */
    void tellWhatIsOverdue(String event, int atMost) {
        var now = now();
        for (var clock : keeping.clocks.runOut(type.kind(), event, now, atMost)) {
            keeping.writes.run(
                    Locks.on(clock.recordId()),
                    () -> {
                        if (keeping.clocks.raises(clock, event, now)) {
                            announce(get(clock.recordId()), event, now, Overdue.of(clock));
                        }
                        return true;
                    });
        }
    }

    /** A clock that has run out. */
    private record Overdue(String rule, Instant startedAt, Instant dueAt) {

        static Overdue of(RecordClockTable.RunOut clock) {
            return new Overdue(clock.rule(), clock.startedAt(), clock.dueAt());
        }
    }

    /** Of some records that follow, those whose columns do not follow from their body. */
    Checked check(String afterId, int atMost) {
        var rows = keeping.table.after(type.kind(), afterId, atMost);
        var kept = kept(rows);
        var wrong =
                IntStream.range(0, rows.size())
                        .filter(i -> !follows(rows.get(i), kept.get(i)))
                        .mapToObj(i -> rows.get(i).head().id())
                        .toList();
        return new Checked(wrong, rows.size() < atMost ? null : rows.getLast().head().id());
    }

    /**
     * What a check has found.
     *
     * @param lastId the last one that was looked at; null at the end
     */
    record Checked(List<String> wrong, @Nullable String lastId) {}

    private boolean follows(RecordTable.Row stored, Kept<R> kept) {
        var derived = row(kept);
        return stored.state().equals(derived.state())
                && stored.open() == derived.open()
                && Objects.equals(stored.dueAt(), derived.dueAt())
                && PublicState.areEqual(stored.publicState(), derived.publicState());
    }

    /** Open ones that never had a clock, although the law sets one. */
    List<String> withoutClocks(int atMost) {
        return type.law() == null ? List.of() : keeping.clocks.without(type.kind(), atMost);
    }
}
