/** Recounts obstacles from this service's own tables, for reconciliation. */
@NullMarked
package haicap.inspection.recount;

import org.jspecify.annotations.NullMarked;
