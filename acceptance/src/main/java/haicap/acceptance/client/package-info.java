/** A caller of the public address: tokens, requests, retries under one key. */
@NullMarked
package haicap.acceptance.client;

import org.jspecify.annotations.NullMarked;
