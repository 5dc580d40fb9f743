/** Who follows whom: dated edges between units, with share, default and certainty. */
@NullMarked
package haicap.org.lineage;

import org.jspecify.annotations.NullMarked;
