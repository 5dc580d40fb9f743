/**
 * Lock-first transactions: all locks, then idempotency, then the work, its audit and its events, in
 * one commit.
 */
@NullMarked
package haicap.platform.writes;

import org.jspecify.annotations.NullMarked;
