/**
 * A specimen of a kind of record: what a unit asks to have repaired. It shows what a kind must say,
 * and the tests beside it show what it gets without a line of its own.
 */
@NullMarked
package haicap.specimen.repairs;

import org.jspecify.annotations.NullMarked;
