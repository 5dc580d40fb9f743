package haicap.platform.records;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.authority.Subject;
import haicap.platform.orgcopy.Relation;
import org.springframework.stereotype.Component;

/** How callers stand to records, as rules of authority see it; a kind adds what is its own. */
@Component
public class RecordSubjects {

    private final AccessScope accessScope;

    RecordSubjects(AccessScope accessScope) {
        this.accessScope = accessScope;
    }

    /**
     * The record from the caller's place: whether he serves in the unit that has custody, and
     * whether it was decided on a post of his.
     *
     * @param objectClass by which lineage the record is passed on
     */
    public Subject of(WorkRecord record, String objectClass, Caller caller) {
        var head = record.head();
        var post = caller.post();
        return Subject.of(head.id())
                .with(
                        Relation.CUSTODIAN,
                        accessScope.custodian(head.unitId(), objectClass).equals(post.unitId()))
                .with(
                        Relation.HANDLER,
                        caller.posts().stream()
                                .anyMatch(held -> held.postId().equals(head.decidedPost())));
    }
}
