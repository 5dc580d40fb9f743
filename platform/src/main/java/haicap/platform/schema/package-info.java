/** How a database gets its tables, and what the role that serves may do in it. */
@NullMarked
package haicap.platform.schema;

import org.jspecify.annotations.NullMarked;
