/** What the gateway costs: a request more or less, and a thousand screens. */
@NullMarked
package haicap.acceptance.bench.doors;

import org.jspecify.annotations.NullMarked;
