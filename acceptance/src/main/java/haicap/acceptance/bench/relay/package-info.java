/** From the commit to the consumer, beside a peer and a loop without a broker. */
@NullMarked
package haicap.acceptance.bench.relay;

import org.jspecify.annotations.NullMarked;
