/**
 * What lies beside the records of every kind: documents by reference, links to other records, and
 * the numbers that others gave.
 */
@NullMarked
package haicap.platform.papers;

import org.jspecify.annotations.NullMarked;
