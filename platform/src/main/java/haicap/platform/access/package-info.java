/** Who is calling, from which post, over which units, and the refusal. */
@NullMarked
package haicap.platform.access;

import org.jspecify.annotations.NullMarked;
