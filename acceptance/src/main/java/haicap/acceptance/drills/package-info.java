/** Parts are killed under load; afterwards the books must balance. */
@NullMarked
package haicap.acceptance.drills;

import org.jspecify.annotations.NullMarked;
