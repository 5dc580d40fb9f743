package haicap.platform.records;

import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Post;
import java.time.Instant;
import java.util.List;

/** The open records of one kind by the post for which they wait. Safe for all threads. */
public final class PostWork<R extends WorkRecord> {

    private final Records<R> records;
    private final RecordType<R> type;
    private final RecordTable table;

    PostWork(Records<R> records, RecordTable table) {
        this.records = records;
        this.type = records.type();
        this.table = table;
    }

    /** How refusals and audit name the kind. */
    public String kind() {
        return type.kind();
    }

    /** By which class lineage passes them on. */
    public String objectClass() {
        return type.objectClass();
    }

    /** Whether somebody on such a post may answer for records of the kind. */
    public boolean mayAnswer(Post post) {
        return type.answerable().test(post);
    }

    /** Those that were decided on a post or wait for it, in the order of their ids. */
    public List<String> openOn(String postId) {
        return table.openOn(type, postId);
    }

    /**
     * Puts another post in the place of one, in everything that a record says; part of a decision
     * on many, whose transaction has locked its id.
     */
    public void decideOn(
            String id, String from, String to, Decision decision, Caller by, Instant now) {
        var before = records.get(id);
        decision.require(before.record().cameAt(), now);
        var head = before.head().next();
        var after =
                RecordJson.record(
                        type.type(),
                        from.equals(head.decidedPost()) ? head.decidedOn(to) : head,
                        RecordJson.bodyWith(before.record(), type.posts(), from, to),
                        RecordJson.text(before.record().texts()));
        var deed = new Deed("post-hand-over", type.told().aggregate() + "PostChanged");
        records.enter(before, deed.of(after).with(before.deadlines()), decision, by, now);
    }
}
