/** Recounts what this service keeps, for reconciliation. */
@NullMarked
package haicap.inspection.recount;

import org.jspecify.annotations.NullMarked;
