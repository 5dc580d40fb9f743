package haicap.platform.posthandover;

import haicap.platform.access.AccessScope;
import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Post;
import haicap.platform.posthandover.PostHandOver.HandedOver;
import haicap.platform.problems.Refusal;
import haicap.platform.records.PostWork;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import haicap.platform.time.Moments;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands one post's whole work over, in one transaction: every open record of every kind that was
 * decided on it, or waits for it, is decided on the other one. The command of the unit that has
 * what the post had decides that; of very many records the rest is left for another order.
 */
@Component
class HandOverPost {

    /** Beyond so many one transaction would hold up others for long. */
    private static final int MOST = 500;

    private final ObjectProvider<Records<?>> kinds;
    private final Organisation organisation;
    private final AccessScope accessScope;
    private final Writes writes;
    private final Audit audit;
    private final Clock clock;

    HandOverPost(
            ObjectProvider<Records<?>> kinds,
            Organisation organisation,
            AccessScope accessScope,
            Writes writes,
            Audit audit,
            Clock clock) {
        this.kinds = kinds;
        this.organisation = organisation;
        this.accessScope = accessScope;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    Answer run(boolean dryRun, PostHandOverRequest order, Caller caller, WriteRequest request) {
        accessScope.requireVerified(caller);
        var now = Moments.now(clock);
        var own = require(order, caller, now);
        var open = openOn(order.fromPostId(), own);
        var some = open.stream().limit(MOST).toList();
        if (dryRun) {
            return Answer.ok(answer(order, true, some, open.size()));
        }
        return writes.answer(
                request,
                Locks.on(some.stream().map(HandedOver::id).toList()),
                () -> handOver(order, own, some, caller, now));
    }

    private Answer handOver(
            PostHandOverRequest order,
            List<PostWork<?>> own,
            List<HandedOver> locked,
            Caller caller,
            Instant now) {
        if (!openOn(order.fromPostId(), own).stream().limit(MOST).toList().equals(locked)) {
            throw Refusal.conflict("post-work-changed", Map.of("post", order.fromPostId()));
        }
        for (var kind : own) {
            locked.stream()
                    .filter(each -> each.kind().equals(kind.kind()))
                    .forEach(each ->
                            kind.decideOn(
                                    each.id(),
                                    order.fromPostId(),
                                    order.toPostId(),
                                    order.decision(),
                                    caller,
                                    now));
        }
        audit.wrote(
                caller,
                "post.hand-over",
                "post",
                order.fromPostId(),
                Map.of("to", order.toPostId(), "records", locked.size()));
        return Answer.ok(answer(order, false, locked, openOn(order.fromPostId(), own).size()));
    }

    private static List<HandedOver> openOn(String postId, List<PostWork<?>> own) {
        return own.stream()
                .flatMap(kind ->
                        kind.openOn(postId).stream().map(id -> new HandedOver(kind.kind(), id)))
                .toList();
    }

    /** The kinds of which the caller's unit has what the post had. */
    private List<PostWork<?>> require(PostHandOverRequest order, Caller caller, Instant now) {
        var from = post("/fromPostId", order.fromPostId());
        var to = post("/toPostId", order.toPostId());
        var unit = caller.post().unitId();
        var own = kindsOf(from, unit, now);
        if (own.isEmpty() && !from.unitId().equals(unit)) {
            throw Refusal.forbidden(
                    "post-of-others",
                    Map.of("post", from.id(), "unit", from.unitId(), "own", unit));
        }
        if (!to.unitId().equals(unit)) {
            throw Refusal.invalid(
                    "/toPostId", "post-not-of-unit", Map.of("post", to.id(), "unit", unit));
        }
        if (to.id().equals(from.id())) {
            throw Refusal.invalid("/toPostId", "same-post", Map.of("post", to.id()));
        }
        if (!organisation.isHeld(to.id(), now)) {
            throw Refusal.invalid("/toPostId", "post-not-held", Map.of("post", to.id()));
        }
        for (var kind : own) {
            if (!kind.mayAnswer(to) && !kind.openOn(from.id()).isEmpty()) {
                throw Refusal.invalid(
                        "/toPostId",
                        "post-cannot-answer",
                        Map.of("post", to.id(), "kind", kind.kind()));
            }
        }
        return own;
    }

    private List<PostWork<?>> kindsOf(Post from, String unit, Instant now) {
        var day = Hanoi.dayOf(now);
        return kinds.stream()
                .<PostWork<?>>map(Records::ofPosts)
                .filter(kind ->
                        organisation.heir(from.unitId(), kind.objectClass(), day).equals(unit))
                .toList();
    }

    private Post post(String pointer, String id) {
        return organisation
                .post(id)
                .orElseThrow(() -> Refusal.invalid(pointer, "post-unknown", Map.of("post", id)));
    }

    private static PostHandOver answer(
            PostHandOverRequest order, boolean dryRun, List<HandedOver> records, int left) {
        return new PostHandOver(order.fromPostId(), order.toPostId(), dryRun, records, left);
    }
}
