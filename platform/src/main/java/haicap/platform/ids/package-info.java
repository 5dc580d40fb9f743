/** Stable, readable, time-ordered identifiers. */
@NullMarked
package haicap.platform.ids;

import org.jspecify.annotations.NullMarked;
