/** Legal acts that dissolve and establish units, with everything that follows from them. */
@NullMarked
package haicap.org.restructuring;

import org.jspecify.annotations.NullMarked;
