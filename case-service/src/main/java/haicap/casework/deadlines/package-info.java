/** The clocks of any file: started by events, met by events, never moved by an edit. */
@NullMarked
package haicap.casework.deadlines;

import org.jspecify.annotations.NullMarked;
