/** The walls that carry every service: the only code that services share. */
@NullMarked
package haicap.platform;

import org.jspecify.annotations.NullMarked;
