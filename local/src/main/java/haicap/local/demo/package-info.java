/** Acts as the city's units through the public API, so that the picture moves. */
@NullMarked
package haicap.local.demo;

import org.jspecify.annotations.NullMarked;
