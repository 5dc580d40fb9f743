/** The documents of the public contract, against which what is answered is held. */
@NullMarked
package haicap.acceptance.contract;

import org.jspecify.annotations.NullMarked;
