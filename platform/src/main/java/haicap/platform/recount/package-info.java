/** Recounts by the source: what its own tables say, and up to where its topic says the same. */
@NullMarked
package haicap.platform.recount;

import org.jspecify.annotations.NullMarked;
