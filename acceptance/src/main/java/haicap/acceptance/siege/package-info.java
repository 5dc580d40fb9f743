/** Strangers, and callers without the right, try to take the system from others. */
@NullMarked
package haicap.acceptance.siege;

import org.jspecify.annotations.NullMarked;
