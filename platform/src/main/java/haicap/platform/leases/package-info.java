/** One holder at a time for a named duty, with a number that rises at each takeover. */
@NullMarked
package haicap.platform.leases;

import org.jspecify.annotations.NullMarked;
