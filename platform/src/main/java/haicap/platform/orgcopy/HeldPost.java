package haicap.platform.orgcopy;

import org.jspecify.annotations.Nullable;

/** A post that an officer holds at a given moment. */
public record HeldPost(
        String postId,
        String unitId,
        Title title,
        @Nullable String field,
        @Nullable String reportsTo) {}
