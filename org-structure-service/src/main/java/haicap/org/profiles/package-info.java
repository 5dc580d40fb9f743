/** Area, population and position of a unit. */
@NullMarked
package haicap.org.profiles;

import org.jspecify.annotations.NullMarked;
