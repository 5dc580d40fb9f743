package haicap.platform.orgcopy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post that an officer holds at a given moment, with what its rights depend on.
 *
 * @param field of a deputy
 * @param acting whether it is held for a time only
 * @param grade of the officer as an investigator; null for none
 * @param assigned whether the investigator is assigned to the unit of the post
 * @param functions that the unit, or this post of it, performs
 */
public record HeldPost(
        String postId,
        String unitId,
        Title title,
        @Nullable String field,
        @Nullable String reportsTo,
        boolean acting,
        @Nullable Grade grade,
        boolean assigned,
        Set<String> functions) {

    public HeldPost {
        functions = Set.copyOf(functions);
    }

    /** A post by itself: of no investigator, in a unit without functions. */
    public static HeldPost of(String postId, String unitId, Title title) {
        return new HeldPost(postId, unitId, title, null, null, false, null, false, Set.of());
    }

    /** Whether its unit, or it alone, performs the function. */
    public boolean performs(String functionId) {
        return functions.contains(functionId);
    }

    /** Whether it heads the department that performs the function. */
    public boolean heads(String functionId) {
        return title == Title.DEPARTMENT_HEAD && performs(functionId);
    }
}
