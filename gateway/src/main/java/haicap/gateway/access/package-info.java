/**
 * The first fence: whose token is it, and did the issuer sign it; authority is the services'
 * matter.
 */
@NullMarked
package haicap.gateway.access;

import org.jspecify.annotations.NullMarked;
