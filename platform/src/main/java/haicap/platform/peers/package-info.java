/** Calls from service to service: a token of one's own, time limits, a breaker. */
@NullMarked
package haicap.platform.peers;

import org.jspecify.annotations.NullMarked;
