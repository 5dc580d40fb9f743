/** The 126 units at work, and a ledger of what was accepted. */
@NullMarked
package haicap.acceptance.load;

import org.jspecify.annotations.NullMarked;
