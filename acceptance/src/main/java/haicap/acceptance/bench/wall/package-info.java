/** The wall in a browser: how soon it stands, what it costs, and whether it grows. */
@NullMarked
package haicap.acceptance.bench.wall;

import org.jspecify.annotations.NullMarked;
