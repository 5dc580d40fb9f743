package haicap.gateway.status;

import org.jspecify.annotations.Nullable;

/**
 * One process of a part.
 *
 * @param ready whether it says that it can serve
 * @param told what else it says; null where it says nothing
 */
record Instance(boolean ready, @Nullable Told told) {}
