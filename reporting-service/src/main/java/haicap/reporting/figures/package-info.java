/** The figures that are counted for each unit: one name everywhere, sums that add up. */
@NullMarked
package haicap.reporting.figures;

import org.jspecify.annotations.NullMarked;
