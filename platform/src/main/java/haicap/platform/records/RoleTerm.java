package haicap.platform.records;

import haicap.platform.privacy.Matter;
import haicap.platform.privacy.TellsOf;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one post was the one decided on.
 *
 * @param until exclusive; null while it still is
 */
@TellsOf(Matter.RECORD)
public record RoleTerm(String role, String postId, @Nullable Instant until) {}
