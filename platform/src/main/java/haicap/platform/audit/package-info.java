/** Who did and who read what, appended in the same transaction. */
@NullMarked
package haicap.platform.audit;

import org.jspecify.annotations.NullMarked;
