/** What a text may hold, whichever way it comes in: one rule for bodies, addresses and files. */
@NullMarked
package haicap.platform.texts;

import org.jspecify.annotations.NullMarked;
