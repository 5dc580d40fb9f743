/** From the post of a report to the screen of the city command. */
@NullMarked
package haicap.acceptance.bench.live;

import org.jspecify.annotations.NullMarked;
