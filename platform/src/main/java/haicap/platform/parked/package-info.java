/** The operator's doors to messages that could not be applied: read, try again, drop. */
@NullMarked
package haicap.platform.parked;

import org.jspecify.annotations.NullMarked;
