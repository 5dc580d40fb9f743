/** The clocks of a file: started by events, met by events, never moved by an edit. */
@NullMarked
package haicap.inspection.deadlines;

import org.jspecify.annotations.NullMarked;
