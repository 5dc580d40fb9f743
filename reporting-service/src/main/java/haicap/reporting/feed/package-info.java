/**
 * The live picture and its feed: every change at a position of its own, in the order of commits.
 */
@NullMarked
package haicap.reporting.feed;

import org.jspecify.annotations.NullMarked;
