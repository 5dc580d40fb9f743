/**
 * Apply each message exactly once, a batch in one transaction; what cannot be applied is parked.
 */
@NullMarked
package haicap.platform.inbox;

import org.jspecify.annotations.NullMarked;
