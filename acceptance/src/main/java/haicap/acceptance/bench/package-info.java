/** What the house costs, beside a floor or a peer in the same run. */
@NullMarked
package haicap.acceptance.bench;

import org.jspecify.annotations.NullMarked;
