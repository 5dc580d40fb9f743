/** From the one command to a system that is ready. */
@NullMarked
package haicap.acceptance.bench.start;

import org.jspecify.annotations.NullMarked;
