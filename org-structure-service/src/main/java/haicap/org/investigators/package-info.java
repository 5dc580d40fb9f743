/** Investigators: their grades, and to which commune who is assigned. No names. */
@NullMarked
package haicap.org.investigators;

import org.jspecify.annotations.NullMarked;
