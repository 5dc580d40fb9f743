/** How a request travels on: connections to the parts, and the headers that it carries. */
@NullMarked
package haicap.gateway.passing;

import org.jspecify.annotations.NullMarked;
