/** The house seen from outside: what its promises are worth, and what they cost. */
@NullMarked
package haicap.acceptance;

import org.jspecify.annotations.NullMarked;
