/**
 * Refusals, stale writes and failures become problem details (RFC 9457), in Vietnamese or English.
 */
@NullMarked
package haicap.platform.problems;

import org.jspecify.annotations.NullMarked;
