/** Crime reports and cases: who keeps which file, by when what must be done, and what was done. */
@NullMarked
package haicap.casework;

import org.jspecify.annotations.NullMarked;
