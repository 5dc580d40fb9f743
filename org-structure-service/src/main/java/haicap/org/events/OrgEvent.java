package haicap.org.events;

import org.jspecify.annotations.Nullable;

/** One thing that happened to one part of the organisation, with its whole state after it. */
public interface OrgEvent {

    /** The name in the contract, such as {@code UnitEstablished}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** What it happened to, such as {@code Unit}. */
    String aggregate();

    /** The aggregate's id. */
    String key();

    /** The unit whose matter it is. */
    String unitId();

    /** The aggregate's version after it. */
    long version();

    @Nullable Object happened();

    Object state();
}
