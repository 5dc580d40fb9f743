/** A part that is down or slow costs its callers one quick 503, never a hang. */
@NullMarked
package haicap.gateway.outages;

import org.jspecify.annotations.NullMarked;
