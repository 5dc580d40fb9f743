/** How what is no longer needed is removed, beside those who work. */
@NullMarked
package haicap.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
