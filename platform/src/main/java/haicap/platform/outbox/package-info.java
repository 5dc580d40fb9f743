/** Append in your transaction; one leased relay publishes, each aggregate in version order. */
@NullMarked
package haicap.platform.outbox;

import org.jspecify.annotations.NullMarked;
