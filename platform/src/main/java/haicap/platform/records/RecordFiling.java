package haicap.platform.records;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.HeldPost;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How papers are laid beside records of one kind. Safe for all threads. */
public final class RecordFiling<R extends WorkRecord> {

    private final Records<R> records;
    private final RecordType<R> type;
    private final RecordSight<R> sight;
    private final RecordKeeping keeping;

    RecordFiling(Records<R> records, RecordSight<R> sight, RecordKeeping keeping) {
        this.records = records;
        this.type = records.type();
        this.sight = sight;
        this.keeping = keeping;
    }

    /**
     * Lays something beside a record, in whatever state it is; that is an entry of its history and
     * a version of it.
     *
     * @param decision by which that was ordered; null where none is needed
     * @param locks beside the record's own
     * @param paper does it, given the record's head and the present instant; may refuse
     */
    public Answer file(
            String id,
            @Nullable Decision decision,
            Locks locks,
            Caller caller,
            WriteRequest request,
            BiFunction<Head, Instant, Filed> paper) {
        records.requireSeen(id, caller);
        return keeping.writes.answer(
                request,
                Locks.on(id).and(locks),
                () -> {
                    var before = records.get(id);
                    requireFiler(caller, before);
                    request.requireMatch(before.version());
                    var now = Moments.now(keeping.clock);
                    if (decision != null) {
                        decision.require(before.record().cameAt(), now);
                    }
                    var filed = paper.apply(before.head(), now);
                    var after =
                            records.enter(before, outcome(before, filed), decision, caller, now);
                    return filed.place() == null
                            ? Answer.ok(after.version(), filed.shown())
                            : Answer.created(
                                    type.path() + "/" + id + filed.place(),
                                    after.version(),
                                    filed.shown());
                });
    }

    private Outcome<R> outcome(Kept<R> before, Filed filed) {
        return new Deed(filed.action(), type.told().aggregate() + filed.event())
                .of(RecordJson.with(type.type(), before.record(), filed.head()))
                .with(before.deadlines())
                .telling(filed.happened())
                .noting(filed.noted());
    }

    /** Whether the caller may lay papers beside a record that is there. */
    public boolean isOpenTo(Caller caller, String id) {
        var kept = records.get(id);
        return caller.holds(post -> isFiler(post, kept));
    }

    private void requireFiler(Caller caller, Kept<R> kept) {
        var post = caller.post();
        if (!isFiler(post, kept)) {
            throw Refusal.forbidden(
                    "papers-of-others", Map.of("id", kept.head().id(), "post", post.postId()));
        }
    }

    /** Posts of the units that have it or are concerned, and those that decide on it. */
    private boolean isFiler(HeldPost post, Kept<R> kept) {
        return sight.concerns(List.of(post.unitId()), kept)
                || answers(post.postId(), kept.record())
                || type.alsoFiledBy().test(post);
    }

    private boolean answers(String postId, R record) {
        var body = RecordJson.tree(record);
        return postId.equals(record.head().decidedPost())
                || type.posts().stream()
                        .anyMatch(name -> body.path(name).asString("").equals(postId));
    }
}
