/** Recounts crime reports from this service's own tables, for reconciliation. */
@NullMarked
package haicap.casework.recount;

import org.jspecify.annotations.NullMarked;
