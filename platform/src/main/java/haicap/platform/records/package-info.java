/**
 * The common form of all work: what a record is, what is done to it by decision, and what counts,
 * lists, keeps and erases it without knowing its kind.
 */
@NullMarked
package haicap.platform.records;

import org.jspecify.annotations.NullMarked;
