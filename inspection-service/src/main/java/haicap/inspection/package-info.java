/** Inspection and follow-up: what hinders the units, what was found, and what came of it. */
@NullMarked
package haicap.inspection;

import org.jspecify.annotations.NullMarked;
