/** Obstacles: what a unit cannot solve by itself, said in one place. */
@NullMarked
package haicap.inspection.obstacles;

import org.jspecify.annotations.NullMarked;
