/** Accepted reports per second when everybody writes as fast as he can. */
@NullMarked
package haicap.acceptance.bench.ingest;

import org.jspecify.annotations.NullMarked;
