package haicap.platform.posthandover;

import haicap.platform.access.Caller;
import haicap.platform.audit.Audit;
import haicap.platform.orgcopy.Organisation;
import haicap.platform.orgcopy.Post;
import haicap.platform.posthandover.PostHandOver.HandedOver;
import haicap.platform.problems.Refusal;
import haicap.platform.records.Records;
import haicap.platform.time.Hanoi;
import haicap.platform.writes.Answer;
import haicap.platform.writes.Locks;
import haicap.platform.writes.WriteRequest;
import haicap.platform.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands one post's whole work over, in one transaction: every open record of every kind that was
 * decided on it is decided on the other one. Its command decides that for a unit and for what it
 * followed.
 */
@Component
class HandOverPost {

    /** Beyond so many one transaction would hold up others for long. */
    private static final int MOST = 2_000;

    private static final String ANY_CLASS = "ANY";

    private final ObjectProvider<Records<?>> kinds;
    private final Organisation organisation;
    private final Writes writes;
    private final Audit audit;
    private final Clock clock;

    HandOverPost(
            ObjectProvider<Records<?>> kinds,
            Organisation organisation,
            Writes writes,
            Audit audit,
            Clock clock) {
        this.kinds = kinds;
        this.organisation = organisation;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    Answer run(boolean dryRun, PostHandOverRequest order, Caller caller, WriteRequest request) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        require(order, caller, now);
        var open = openOn(order.fromPostId());
        if (dryRun) {
            return Answer.ok(answer(order, true, open, open.size()));
        }
        return writes.answer(
                request,
                Locks.on(open.stream().map(HandedOver::id).toList()),
                () -> handOver(order, open, caller, now));
    }

    private Answer handOver(
            PostHandOverRequest order, List<HandedOver> locked, Caller caller, Instant now) {
        if (!openOn(order.fromPostId()).equals(locked)) {
            throw Refusal.conflict("post-work-changed", Map.of("post", order.fromPostId()));
        }
        var decision = order.decision();
        decision.require(Instant.EPOCH, now);
        for (var kind : kinds) {
            kind.openOn(order.fromPostId())
                    .forEach(id -> kind.decideOn(id, order.toPostId(), decision, caller, now));
        }
        audit.wrote(
                caller,
                "post.hand-over",
                "post",
                order.fromPostId(),
                Map.of("to", order.toPostId(), "records", locked.size()));
        return Answer.ok(answer(order, false, locked, openOn(order.fromPostId()).size()));
    }

    private List<HandedOver> openOn(String postId) {
        var open =
                kinds.stream()
                        .flatMap(kind ->
                                kind.openOn(postId).stream()
                                        .map(id -> new HandedOver(kind.kind(), id)))
                        .toList();
        if (open.size() > MOST) {
            throw Refusal.conflict(
                    "post-work-too-much", Map.of("records", open.size(), "most", MOST));
        }
        return open;
    }

    private void require(PostHandOverRequest order, Caller caller, Instant now) {
        var from = post("/fromPostId", order.fromPostId());
        var to = post("/toPostId", order.toPostId());
        var unit = caller.post().unitId();
        var heir = organisation.heir(from.unitId(), ANY_CLASS, Hanoi.dayOf(now));
        if (!heir.equals(unit)) {
            throw Refusal.forbidden(
                    "post-of-others", Map.of("post", from.id(), "unit", heir, "own", unit));
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
