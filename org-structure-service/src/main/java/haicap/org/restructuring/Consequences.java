package haicap.org.restructuring;

import haicap.org.posts.Post;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What follows for posts when units end: theirs end with them, and whoever reported to one of these
 * reports to the nearest superior that remains.
 */
record Consequences(List<Post> abolished, List<Post> redirected) {

    static Consequences of(Collection<Post> posts, Set<String> dissolvedUnits, LocalDate day) {
        var ending =
                posts.stream()
                        .filter(post -> dissolvedUnits.contains(post.unitId()))
                        .collect(Collectors.toMap(Post::id, post -> post));
        var abolished =
                ending.values().stream()
                        .filter(post -> outlasts(post, day))
                        .map(post -> post.abolishedOn(day))
                        .toList();
        var redirected =
                posts.stream()
                        .filter(post -> !ending.containsKey(post.id()))
                        .filter(post -> outlasts(post, day))
                        .filter(post -> ending.containsKey(superior(post)))
                        .map(post -> post.reportingTo(remaining(post, ending)))
                        .toList();
        return new Consequences(abolished, redirected);
    }

    private static boolean outlasts(Post post, LocalDate day) {
        var end = post.validTo();
        return end == null || end.isAfter(day);
    }

    private static String superior(Post post) {
        return Objects.requireNonNullElse(post.reportsTo(), "");
    }

    private static String remaining(Post post, Map<String, Post> ending) {
        @Nullable Post above = ending.get(superior(post));
        while (above != null) {
            var next = superior(above);
            if (!ending.containsKey(next)) {
                return next;
            }
            above = ending.get(next);
        }
        throw new IllegalStateException(post.id() + " would report to nobody");
    }
}
