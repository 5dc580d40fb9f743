/** Loads the facts of the seeds folder through the public doors, once for each content. */
@NullMarked
package haicap.local.seeds;

import org.jspecify.annotations.NullMarked;
