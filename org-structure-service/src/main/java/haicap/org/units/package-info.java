/** Units as of a date: who stands where in the tree, under which code and name. */
@NullMarked
package haicap.org.units;

import org.jspecify.annotations.NullMarked;
