/** The siege in its full form. */
@NullMarked
package haicap.acceptance.bench.siege;

import org.jspecify.annotations.NullMarked;
