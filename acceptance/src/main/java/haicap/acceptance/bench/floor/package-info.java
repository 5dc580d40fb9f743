/** The bare steps that no design could avoid. */
@NullMarked
package haicap.acceptance.bench.floor;

import org.jspecify.annotations.NullMarked;
