/** How long records of each class are kept, what stops their disposal, and what was disposed of. */
@NullMarked
package haicap.platform.retention;

import org.jspecify.annotations.NullMarked;
