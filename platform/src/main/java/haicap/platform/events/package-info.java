/**
 * What travels between services: whole public state with its version, as CloudEvents 1.0 in binary
 * mode.
 */
@NullMarked
package haicap.platform.events;

import org.jspecify.annotations.NullMarked;
