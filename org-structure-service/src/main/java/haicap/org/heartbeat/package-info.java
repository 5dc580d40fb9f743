/** The sign of life that travels behind everything told before it. */
@NullMarked
package haicap.org.heartbeat;

import org.jspecify.annotations.NullMarked;
