/**
 * Everything that the gateway answers itself is a problem detail (RFC 9457), in Vietnamese or
 * English.
 */
@NullMarked
package haicap.gateway.problems;

import org.jspecify.annotations.NullMarked;
