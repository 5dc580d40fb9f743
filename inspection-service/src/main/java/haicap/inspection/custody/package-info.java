/** Who sees and decides which files: by lineage, by post, from above. */
@NullMarked
package haicap.inspection.custody;

import org.jspecify.annotations.NullMarked;
