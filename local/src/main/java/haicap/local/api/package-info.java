/** Calls the system through its public address, as any other client would. */
@NullMarked
package haicap.local.api;

import org.jspecify.annotations.NullMarked;
