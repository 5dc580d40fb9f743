/** The wall: a page of plain modules, served by the gateway itself, that shows the live picture. */
@NullMarked
package haicap.gateway.wall;

import org.jspecify.annotations.NullMarked;
