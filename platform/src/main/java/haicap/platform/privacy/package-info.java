/** What must not be written about people, and what may be counted of them. */
@NullMarked
package haicap.platform.privacy;

import org.jspecify.annotations.NullMarked;
