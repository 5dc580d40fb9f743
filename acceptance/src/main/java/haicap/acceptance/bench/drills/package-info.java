/** The accidents in their full form. */
@NullMarked
package haicap.acceptance.bench.drills;

import org.jspecify.annotations.NullMarked;
