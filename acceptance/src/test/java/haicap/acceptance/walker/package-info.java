/** Rubbish for every operation of the merged document, and what may be answered to it. */
@NullMarked
package haicap.acceptance.walker;

import org.jspecify.annotations.NullMarked;
