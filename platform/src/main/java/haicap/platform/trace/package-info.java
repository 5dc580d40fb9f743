/** W3C trace context: taken from the request, kept in the log, carried through the outbox. */
@NullMarked
package haicap.platform.trace;

import org.jspecify.annotations.NullMarked;
