/** A whole system, started and ended by the one command, and its processes. */
@NullMarked
package haicap.acceptance.system;

import org.jspecify.annotations.NullMarked;
