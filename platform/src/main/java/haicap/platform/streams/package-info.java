/** Server-sent events: ids, resume, heartbeat, back-pressure, clean-up. */
@NullMarked
package haicap.platform.streams;

import org.jspecify.annotations.NullMarked;
