/** What each problem means and how it is cured: where the {@code type} of an answer leads. */
@NullMarked
package haicap.gateway.catalogue;

import org.jspecify.annotations.NullMarked;
