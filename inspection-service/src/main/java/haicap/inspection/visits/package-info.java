/** Visits: a team of the campaign comes to a unit and says what it found. */
@NullMarked
package haicap.inspection.visits;

import org.jspecify.annotations.NullMarked;
