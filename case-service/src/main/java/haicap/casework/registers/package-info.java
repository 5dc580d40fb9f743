/** Old registers of crime reports, taken over from files. */
@NullMarked
package haicap.casework.registers;

import org.jspecify.annotations.NullMarked;
