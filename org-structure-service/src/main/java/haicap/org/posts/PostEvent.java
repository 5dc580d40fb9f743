package haicap.org.posts;

import haicap.org.events.Happened;
import haicap.org.events.OrgEvent;
import haicap.platform.orgcopy.Title;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can happen to a post. */
sealed interface PostEvent extends OrgEvent {

    Post post();

    @Override
    @Nullable Happened happened();

    @Override
    default String aggregate() {
        return "Post";
    }

    @Override
    default String key() {
        return post().id();
    }

    @Override
    default String unitId() {
        return post().unitId();
    }

    @Override
    default long version() {
        return post().version();
    }

    @Override
    default State state() {
        return State.of(post());
    }

    /** A post is created. */
    record PostEstablished(Post post, Happened happened) implements PostEvent {}

    /** A post reports to another one, or has another field. */
    record PostDescribed(Post post, Happened happened) implements PostEvent {}

    /** A post ends. */
    record PostAbolished(Post post, Happened happened) implements PostEvent {}

    /** A post as it is; nothing happens. */
    record PostSnapshot(Post post) implements PostEvent {

        @Override
        public @Nullable Happened happened() {
            return null;
        }
    }

    /** What other services may know of a post. */
    record State(
            String id,
            String unitId,
            Title title,
            @Nullable String field,
            @Nullable String reportsTo,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static State of(Post post) {
            return new State(
                    post.id(),
                    post.unitId(),
                    post.title(),
                    post.field(),
                    post.reportsTo(),
                    post.validFrom(),
                    post.validTo());
        }
    }
}
