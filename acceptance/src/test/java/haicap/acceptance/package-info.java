/** The promises of the house, tried from outside through the gateway. */
@NullMarked
package haicap.acceptance;

import org.jspecify.annotations.NullMarked;
