/** Who is responsible for what: units, lineage, posts and who holds them, as of any date. */
@NullMarked
package haicap.org;

import org.jspecify.annotations.NullMarked;
