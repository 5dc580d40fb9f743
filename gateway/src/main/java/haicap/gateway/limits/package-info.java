/** How much one caller may ask, and how much one request may carry. */
@NullMarked
package haicap.gateway.limits;

import org.jspecify.annotations.NullMarked;
