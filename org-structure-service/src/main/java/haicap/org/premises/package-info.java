/** What a unit has to work in. */
@NullMarked
package haicap.org.premises;

import org.jspecify.annotations.NullMarked;
