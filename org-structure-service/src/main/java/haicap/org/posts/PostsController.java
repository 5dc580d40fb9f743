package haicap.org.posts;

import haicap.org.posts.PostReads.Holder;
import haicap.org.posts.PostReads.PostThen;
import haicap.org.units.UnitRegister;
import haicap.platform.access.Caller;
import haicap.platform.orgcopy.Title;
import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import haicap.platform.problems.Refusal;
import haicap.platform.time.Hanoi;
import haicap.platform.web.Cursors;
import haicap.platform.web.Limit;
import haicap.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Posts and who holds them, as of a day. */
@RestController
class PostsController {

    private final PostReads reads;
    private final PostRegister register;
    private final UnitRegister units;
    private final Cursors cursors;
    private final Clock clock;

    PostsController(
            PostReads reads,
            PostRegister register,
            UnitRegister units,
            Cursors cursors,
            Clock clock) {
        this.reads = reads;
        this.register = register;
        this.units = units;
        this.cursors = cursors;
        this.clock = clock;
    }

    record HolderView(
            String appointmentId,
            String officerId,
            String serviceNumber,
            Instant from,
            @Nullable Instant to,
            boolean acting) {

        static HolderView of(Holder holder) {
            return new HolderView(
                    holder.appointmentId(),
                    holder.officerId(),
                    holder.serviceNumber(),
                    holder.from(),
                    holder.to(),
                    holder.acting());
        }
    }

    /**
     * @param vacant whether nobody holds it; its work shows at the post that it reports to
     */
    @TellsOf({Matter.POST, Matter.OFFICER})
    record PostView(
            String id,
            String unitId,
            Title title,
            @Nullable String field,
            @Nullable String reportsTo,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean vacant,
            List<HolderView> holders) {

        static PostView of(PostThen post, List<Holder> holders) {
            return new PostView(
                    post.id(),
                    post.unitId(),
                    post.title(),
                    post.field(),
                    post.reportsTo(),
                    post.validFrom(),
                    post.validTo(),
                    holders.isEmpty(),
                    holders.stream().map(HolderView::of).toList());
        }
    }

    @GetMapping("/api/v1/posts")
    ResponseEntity<Page<PostView>> list(
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable String unitId,
            @RequestParam @Nullable Set<Title> title,
            @RequestParam @Nullable String cursor,
            Limit limit,
            Caller caller) {
        requireReader(caller);
        if (unitId != null && units.find(unitId).isEmpty()) {
            throw Refusal.notFound("unit", unitId);
        }
        var day = asOf == null ? Hanoi.today(clock) : asOf;
        var at = asOf == null ? clock.instant() : Hanoi.startOf(asOf);
        var behind = cursor == null ? "" : cursors.open(cursor, 1).getFirst();
        var posts = reads.page(day, unitId, title, behind, limit.value() + 1);
        var holders = reads.holders(posts.stream().map(PostThen::id).toList(), at);
        var views =
                posts.stream()
                        .map(post -> PostView.of(post, holders.getOrDefault(post.id(), List.of())))
                        .toList();
        return Page.of(views, limit, post -> cursors.seal(post.id())).toResponse();
    }

    @GetMapping("/api/v1/posts/{id}")
    PostView post(@PathVariable String id, Caller caller) {
        requireReader(caller);
        var post = register.find(id).orElseThrow(() -> Refusal.notFound("post", id));
        var holders = reads.holders(List.of(id), clock.instant()).getOrDefault(id, List.of());
        var then =
                new PostThen(
                        post.id(),
                        post.unitId(),
                        post.title(),
                        post.field(),
                        post.reportsTo(),
                        post.validFrom(),
                        post.validTo());
        return PostView.of(then, holders);
    }

    /** Whoever reads a post reads who holds it. */
    private static void requireReader(Caller caller) {
        caller.requirePostOr("officers-not-readable", "audit", "operations");
    }
}
