/** Reconciliation: the figures against the facts, the facts against their sources, file by file. */
@NullMarked
package haicap.reporting.quality;

import org.jspecify.annotations.NullMarked;
