package haicap.platform.orgcopy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A post that an officer holds at a given moment. */
public record HeldPost(
        String postId,
        String unitId,
        Title title,
        @Nullable String field,
        @Nullable String reportsTo) {

    /** Whether its holder heads the department of that code, such as {@code pv01}. */
    public boolean heads(String department) {
        return title == Title.DEPARTMENT_HEAD
                && unitId.startsWith(department.toLowerCase(Locale.ROOT) + "-");
    }
}
