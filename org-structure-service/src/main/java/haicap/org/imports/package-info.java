/** Files of facts become changes: the whole file or nothing, with what is wrong told row by row. */
@NullMarked
package haicap.org.imports;

import org.jspecify.annotations.NullMarked;
