/** Registers of the organisation: dated entries that every service has a copy of. */
@NullMarked
package haicap.org.registers;

import org.jspecify.annotations.NullMarked;
