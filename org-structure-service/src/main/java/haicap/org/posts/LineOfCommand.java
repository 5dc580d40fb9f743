package haicap.org.posts;

import haicap.org.posts.PostReads.PostThen;
import haicap.platform.orgcopy.Title;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who stands above whom; pure, over posts as they were on one day. */
final class LineOfCommand {

    private LineOfCommand() {}

    /**
     * The posts that are accountable for a unit's work, the nearest first: the deputy in charge of
     * the field, the head, and whoever each reports to, up to the director. Of a unit without posts
     * there is none.
     *
     * @param field null for the unit's work as a whole
     */
    static List<PostThen> of(String unitId, @Nullable String field, Collection<PostThen> posts) {
        var byId = posts.stream().collect(Collectors.toMap(PostThen::id, Function.identity()));
        var line = new ArrayList<PostThen>();
        var seen = new HashSet<String>();
        var next = first(unitId, field, posts);
        while (next.isPresent() && seen.add(next.get().id())) {
            line.add(next.get());
            next = above(next.get(), byId);
        }
        return line;
    }

    private static Optional<PostThen> first(
            String unitId, @Nullable String field, Collection<PostThen> posts) {
        var ofUnit = posts.stream().filter(post -> post.unitId().equals(unitId)).toList();
        return ofUnit.stream()
                .filter(post -> field != null && Objects.equals(post.field(), field))
                .filter(post -> isDeputy(post.title()))
                .findFirst()
                .or(() -> ofUnit.stream().filter(post -> isHead(post.title())).findFirst());
    }

    private static Optional<PostThen> above(PostThen post, Map<String, PostThen> byId) {
        return Optional.ofNullable(post.reportsTo()).map(byId::get);
    }

    private static boolean isDeputy(Title title) {
        return switch (title) {
            case DEPUTY_DIRECTOR, COMMUNE_DEPUTY -> true;
            case CITY_DIRECTOR, DEPARTMENT_HEAD, DISTRICT_CHIEF, COMMUNE_CHIEF, DUTY_OFFICER ->
                    false;
        };
    }

    private static boolean isHead(Title title) {
        return switch (title) {
            case CITY_DIRECTOR, DEPARTMENT_HEAD, DISTRICT_CHIEF, COMMUNE_CHIEF -> true;
            case DEPUTY_DIRECTOR, COMMUNE_DEPUTY, DUTY_OFFICER -> false;
        };
    }
}
