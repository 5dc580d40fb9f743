/** Limits on connections themselves, before there is a request that a filter could see. */
@NullMarked
package haicap.gateway.connections;

import org.jspecify.annotations.NullMarked;
