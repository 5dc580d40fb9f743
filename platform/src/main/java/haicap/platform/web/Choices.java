package haicap.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter that may have several values, {@code ?state=A,B}, as a query takes it. */
public final class Choices {

    private Choices() {}

    /** Their names; null where nothing was chosen, which chooses all. */
    public static String @Nullable [] names(@Nullable Set<? extends Enum<?>> chosen) {
        return chosen == null ? null : chosen.stream().map(Enum::name).toArray(String[]::new);
    }
}
