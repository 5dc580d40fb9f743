/** What was done to a file, by which post, on which decision: append-only. */
@NullMarked
package haicap.inspection.history;

import org.jspecify.annotations.NullMarked;
