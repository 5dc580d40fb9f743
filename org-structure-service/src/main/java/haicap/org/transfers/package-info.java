/** Transfers of functions: from another agency, or from one unit to another. */
@NullMarked
package haicap.org.transfers;

import org.jspecify.annotations.NullMarked;
