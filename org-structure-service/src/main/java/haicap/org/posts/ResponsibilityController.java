package haicap.org.posts;

import haicap.org.posts.PostReads.PostThen;
import haicap.org.posts.PostsController.HolderView;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is accountable for a unit, or for a field of its work, on any day. */
@RestController
class ResponsibilityController {

    /**
     * A post on the line.
     *
     * @param acting whether it is held for a time only
     */
    record Step(
            String postId,
            String unitId,
            Title title,
            @Nullable String field,
            boolean vacant,
            boolean acting,
            List<HolderView> holders) {}

    /**
     * @param at the instant for which it is answered
     * @param accountable the nearest post that somebody holds; null where the whole line is vacant
     * @param line the posts that answer for it, the nearest first; work of a vacant one shows at
     *     the next
     */
    @TellsOf({Matter.POST, Matter.OFFICER})
    record Responsibility(
            String unitId,
            @Nullable String field,
            Instant at,
            @Nullable Step accountable,
            List<Step> line) {}

    private final PostReads reads;
    private final UnitRegister units;
    private final Clock clock;

    ResponsibilityController(PostReads reads, UnitRegister units, Clock clock) {
        this.reads = reads;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/api/v1/units/{id}/responsibility")
    Responsibility of(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
        var day = asOf == null ? Hanoi.today(clock) : asOf;
        var at = asOf == null ? clock.instant() : Hanoi.startOf(asOf);
        var unit = units.find(id).orElseThrow(() -> Refusal.notFound("unit", id));
        var posts = reads.page(day, null, null, "", Integer.MAX_VALUE);
        var line = LineOfCommand.of(unit.id(), field, posts);
        var holders = reads.holders(line.stream().map(PostThen::id).toList(), at);
        var steps =
                line.stream()
                        .map(post -> {
                            var held =
                                    holders.getOrDefault(post.id(), List.of()).stream()
                                            .map(HolderView::of)
                                            .toList();
                            return new Step(
                                    post.id(),
                                    post.unitId(),
                                    post.title(),
                                    post.field(),
                                    held.isEmpty(),
                                    !held.isEmpty() && held.stream().allMatch(HolderView::acting),
                                    held);
                        })
                        .toList();
        var accountable = steps.stream().filter(step -> !step.vacant()).findFirst().orElse(null);
        return new Responsibility(id, field, at, accountable, steps);
    }
}
