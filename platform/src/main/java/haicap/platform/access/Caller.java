package haicap.platform.access;

import haicap.platform.orgcopy.HeldPost;
import haicap.platform.orgcopy.Title;
import haicap.platform.problems.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling: an officer with the posts held now, or a system with scopes. Controllers take it
 * as an argument.
 *
 * @param subject the token's subject
 * @param serviceNumber of an officer; null for a system
 * @param scopes of a system; empty for an officer
 * @param posts that the officer holds now
 * @param actingPost the id that {@code Acting-Post} named
 * @param tokenExpires when the token ends
 * @param verified whether the posts are known to be true now: the copy of the organisation is
 *     fresh, or org-structure itself was asked
 */
public record Caller(
        String subject,
        @Nullable String serviceNumber,
        Set<String> scopes,
        List<HeldPost> posts,
        @Nullable String actingPost,
        Instant tokenExpires,
        boolean verified) {

    public boolean isSystem() {
        return serviceNumber == null;
    }

    /**
     * The post from which the caller acts.
     *
     * @throws Refusal 403 for a system or an officer without a post, 400 when several are held and
     *     none was named, 403 when the one named is not held
     */
    public HeldPost post() {
        if (actingPost != null) {
            return posts.stream()
                    .filter(post -> post.postId().equals(actingPost))
                    .findFirst()
                    .orElseThrow(
                            () -> Refusal.forbidden("post-not-held", Map.of("post", actingPost)));
        }
        return switch (posts.size()) {
            case 0 -> throw Refusal.forbidden("no-post-held", Map.of("caller", subject));
            case 1 -> posts.getFirst();
            default ->
                    throw Refusal.malformed(
                            "Acting-Post",
                            "acting-post-needed",
                            Map.of("posts", posts.stream().map(HeldPost::postId).toList()));
        };
    }

    /** How history names who acts: the id of the post, or the system. */
    public String postOrSystem() {
        return isSystem() ? subject : post().postId();
    }

    /** The id of the post of {@link #post()}, or null where that refuses. */
    public @Nullable String actsFrom() {
        if (actingPost != null) {
            return actingPost;
        }
        return posts.size() == 1 ? posts.getFirst().postId() : null;
    }

    /**
     * Whether one of the posts that count now is such a post. A right that follows from a title and
     * a unit asks for both in one question: two posts together give none that neither gives alone.
     */
    public boolean holds(Predicate<HeldPost> such) {
        return counting().stream().anyMatch(such);
    }

    /** Whether one of the posts that count now has one of these titles, in whatever unit. */
    public boolean holds(Title... titles) {
        return holds(post -> List.of(titles).contains(post.title()));
    }

    /**
     * Whether one of the posts that count now is of the city's command, or that of the head of the
     * department that performs the function: those who oversee a matter in all units.
     */
    public boolean oversees(String functionId) {
        return holds(Title.CITY_DIRECTOR, Title.DEPUTY_DIRECTOR)
                || holds(post -> post.heads(functionId));
    }

    /** The posts that count for this request: the one named, or all. */
    public List<HeldPost> counting() {
        return actingPost == null
                ? posts
                : posts.stream().filter(post -> post.postId().equals(actingPost)).toList();
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /** Refuses with 403 unless the system has the scope. */
    public void requireScope(String scope) {
        if (!hasScope(scope)) {
            throw Refusal.forbidden("scope-missing", Map.of("scope", scope));
        }
    }

    /**
     * Refuses with 403 and this code a system that has none of the scopes, and an officer who holds
     * no post.
     */
    public void requirePostOr(String code, String... eitherScope) {
        if (counting().isEmpty() && Stream.of(eitherScope).noneMatch(this::hasScope)) {
            throw Refusal.forbidden(code, Map.of("caller", subject));
        }
    }

    /** How audit and history name the caller: the service number, or the system. */
    public String name() {
        return serviceNumber != null ? serviceNumber : subject;
    }
}
