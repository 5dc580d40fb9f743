/** The tile map of the wall: computed once from where the units lie, kept in the seeds. */
@NullMarked
package haicap.local.tiles;

import org.jspecify.annotations.NullMarked;
