/** One true live picture of all units: told as a feed, equal to a recount. */
@NullMarked
package haicap.reporting;

import org.jspecify.annotations.NullMarked;
