/** Threads that work from start to stop: none of them ends without being seen and replaced. */
@NullMarked
package haicap.platform.threads;

import org.jspecify.annotations.NullMarked;
