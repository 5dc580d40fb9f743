/** What is recorded of each request, and sent to a collector, where there is one. */
@NullMarked
package haicap.gateway.tracing;

import org.jspecify.annotations.NullMarked;
