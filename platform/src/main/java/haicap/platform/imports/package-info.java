/** Files of rows: read as a whole or not at all, with what is wrong told row by row. */
@NullMarked
package haicap.platform.imports;

import org.jspecify.annotations.NullMarked;
