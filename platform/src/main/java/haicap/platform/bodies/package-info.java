/** What requests bring with them: read only when somebody may ask for it, bounded, never kept. */
@NullMarked
package haicap.platform.bodies;

import org.jspecify.annotations.NullMarked;
